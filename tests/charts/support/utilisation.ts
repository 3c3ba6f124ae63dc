import { defineChart } from '@/lib/charts/define/define-chart'
import { overReserves } from '@/lib/charts/define/over-reserves'

export const utilisation = defineChart({
  slug: 'utilisation', // permanent: it is the link
  version: 1,
  view: { modes: ['line'], scales: ['linear'], ranges: ['90d', '1y', 'all'], range: '1y', chains: [] },
  text: {
    en: {
      title: 'Utilisation',
      what: 'How much of each reserve is lent.',
      modes: { line: 'by reserve' },
      caption: 'Lent now: {newest}.',
    },
    'zh-Hant': {
      title: '利用率',
      what: '各儲備借出的比例。',
      modes: { line: '依儲備' },
      caption: '目前借出：{newest}。',
    },
  },
  unit: 'ratio',
  series: (context) => overReserves(context, 'lend.utilization', { begin: ['USDC', 'WETH'] }),
})
