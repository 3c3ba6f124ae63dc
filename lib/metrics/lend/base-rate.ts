import { interestRateStrategy } from '../../contracts/interest-rate-strategy'
import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { ofReserve, reserveOf, reserveReads } from './market'

export const baseRate = defineMetric({
  id: 'lend.base-rate',
  ...ofReserve,
  unit: 'ratio',
  reads: [...reserveReads, interestRateStrategy],
  formula: 'strategy.getBaseVariableBorrowRate() / 10^27',
  text: {
    en: {
      title: 'Base rate',
      what: 'The borrow APR at a utilisation of 0.',
      caveats: ['An APR. It moves by itself where the strategy follows another rate.'],
    },
    'zh-Hant': {
      title: '基礎利率',
      what: '利用率為 0 時的借款 APR。',
      caveats: ['這是 APR。若策略跟隨其他利率，數值會自行變動。'],
    },
  },
  async read(reader, key) {
    const { label, data } = await reserveOf(reader, key)
    const strategy = data.interestRateStrategyAddress
    return {
      label,
      value: fixed(await reader.read(interestRateStrategy, strategy, 'getBaseVariableBorrowRate'), 27),
    }
  },
})
