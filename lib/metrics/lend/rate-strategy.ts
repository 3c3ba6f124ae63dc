import { defineMetric } from '../define'
import { fromAddress, fromReserve, ofReserve, reserveReads } from './market'

export const rateStrategy = defineMetric({
  id: 'lend.rate-strategy',
  ...ofReserve,
  unit: 'address',
  reads: reserveReads,
  formula: 'Pool.getReserveData(asset).interestRateStrategyAddress',
  text: {
    en: {
      title: 'Rate strategy',
      what: 'The contract that holds the reserve’s interest-rate curve.',
      caveats: ['An address, as a number.'],
    },
    'zh-Hant': {
      title: '利率策略',
      what: '儲存這個儲備利率曲線的合約。',
      caveats: ['以數字表示的位址。'],
    },
  },
  read: fromReserve(({ data }) => ({
    value: fromAddress(data.interestRateStrategyAddress),
  })),
})
