import { interestRateStrategy } from '../../contracts/interest-rate-strategy'
import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { ofReserve, reserveOf, reserveReads } from './market'

export const slope1 = defineMetric({
  id: 'lend.slope-1',
  ...ofReserve,
  unit: 'ratio',
  reads: [...reserveReads, interestRateStrategy],
  formula: 'strategy.getVariableRateSlope1() / 10^27',
  text: {
    en: {
      title: 'Slope 1',
      what: 'By how much the borrow APR rises from a utilisation of 0 to the optimal one.',
      caveats: ['An APR. It moves by itself where the strategy follows the savings rate or a staking yield.'],
    },
    'zh-Hant': {
      title: '斜率一',
      what: '利用率自 0 升至最適利用率時，借款 APR 增加的幅度。',
      caveats: ['這是 APR。若策略跟隨儲蓄利率或質押收益，數值會自行變動。'],
    },
  },
  async read(reader, key) {
    const { label, data } = await reserveOf(reader, key)
    const strategy = data.interestRateStrategyAddress
    return {
      label,
      value: fixed(await reader.read(interestRateStrategy, strategy, 'getVariableRateSlope1'), 27),
    }
  },
})
