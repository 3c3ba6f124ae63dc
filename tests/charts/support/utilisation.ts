import { type Chart, defineChart } from '@/lib/charts/define/define-chart'

const reserves = [
  { name: 'USDC', colour: 'lend' },
  { name: 'WETH', colour: 'c7' },
] as const

export const utilisation: Chart = defineChart({
  slug: 'utilisation', // permanent: it is the link
  version: 1,
  view: { modes: ['line'], scales: ['linear'], ranges: ['90d', '1y', 'all'], range: '1y', chains: [] },
  text: {
    en: { title: 'Utilisation', what: 'How much of each reserve is lent.', notes: [], modes: { line: 'by reserve' } },
    'zh-Hant': { title: '利用率', what: '各儲備借出的比例。', notes: [], modes: { line: '依儲備' } },
  },
  unit: 'ratio',
  series: ({ known }) =>
    reserves.flatMap(({ name, colour }) => {
      const id = `lend.utilization:ethereum:${name}`
      if (!known.has(id)) return []
      return {
        key: id,
        name: { en: name, 'zh-Hant': name },
        of: { kind: 'numbers', ids: [id] },
        mark: 'line',
        colour,
        class: 'onchain',
        chain: 'ethereum',
        shown: true,
      }
    }),
  events: [],
  caption: ({ shown }, locale) => {
    const said = shown.map(({ name, text }) => (locale === 'en' ? `${text} of ${name}` : `${name} ${text}`))
    return locale === 'en' ? `Lent now: ${said.join(', ')}.` : `目前借出：${said.join('、')}。`
  },
  source: { en: 'SparkLend', 'zh-Hant': 'SparkLend' },
})
