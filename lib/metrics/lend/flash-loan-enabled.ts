import { defineMetric } from '../define'
import { fromFlag, fromReserve, ofReserve, reserveReads } from './market'

export const flashLoanEnabled = defineMetric({
  id: 'lend.flash-loan-enabled',
  ...ofReserve,
  unit: 'flag',
  reads: reserveReads,
  formula: { en: 'bit 63 of the reserve’s configuration', 'zh-Hant': '儲備設定的第 63 位元' },
  text: {
    en: {
      title: 'Flash loans enabled',
      what: 'Whether the asset may be lent within a single transaction.',
      caveats: [],
    },
    'zh-Hant': {
      title: '可閃電貸',
      what: '這項資產是否可在單一交易內借出並歸還。',
      caveats: [],
    },
  },
  read: fromReserve(({ config }) => ({
    value: fromFlag(config.flashLoanEnabled),
  })),
})
