import { defineMetric } from '../define'
import { fromFlag, fromReserve, ofReserve, reserveReads } from './market'

export const borrowableInIsolation = defineMetric({
  id: 'lend.borrowable-in-isolation',
  ...ofReserve,
  unit: 'flag',
  reads: reserveReads,
  formula: { en: 'bit 61 of the reserve’s configuration', 'zh-Hant': '儲備設定的第 61 位元' },
  text: {
    en: {
      title: 'Borrowable in isolation',
      what: 'Whether the asset may be borrowed against isolated collateral.',
      caveats: [],
    },
    'zh-Hant': {
      title: '可於隔離模式借款',
      what: '以隔離抵押品借款時，是否可以借出這項資產。',
      caveats: [],
    },
  },
  read: fromReserve(({ config }) => ({
    value: fromFlag(config.borrowableInIsolation),
  })),
})
