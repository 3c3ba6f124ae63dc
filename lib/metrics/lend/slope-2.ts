import { interestRateStrategy } from '../../contracts/interest-rate-strategy'
import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { ofReserve, reserveOf, reserveReads } from './market'

export const slope2 = defineMetric({
  id: 'lend.slope-2',
  ...ofReserve,
  unit: 'ratio',
  reads: [...reserveReads, interestRateStrategy],
  formula: 'strategy.getVariableRateSlope2() / 10^27',
  text: {
    en: {
      title: 'Slope 2',
      what: 'By how much the borrow APR rises from the optimal utilisation to 100 %.',
      caveats: ['An APR.'],
    },
    'zh-Hant': {
      title: '斜率二',
      what: '利用率自最適利用率升至 100 % 時，借款 APR 增加的幅度。',
      caveats: ['這是 APR。'],
    },
  },
  async read(reader, key) {
    const { label, data } = await reserveOf(reader, key)
    const strategy = data.interestRateStrategyAddress
    return {
      label,
      value: fixed(await reader.read(interestRateStrategy, strategy, 'getVariableRateSlope2'), 27),
    }
  },
})
