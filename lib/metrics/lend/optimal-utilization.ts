import { interestRateStrategy } from '../../contracts/interest-rate-strategy'
import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { ofReserve, reserveOf, reserveReads } from './market'

export const optimalUtilization = defineMetric({
  id: 'lend.optimal-utilization',
  ...ofReserve,
  unit: 'ratio',
  reads: [...reserveReads, interestRateStrategy],
  formula: 'strategy.OPTIMAL_USAGE_RATIO() / 10^27',
  text: {
    en: {
      title: 'Optimal utilisation',
      what: 'The kink of the rate curve: above this utilisation the steeper slope begins.',
      caveats: [],
    },
    'zh-Hant': {
      title: '最適利用率',
      what: '利率曲線的轉折點：利用率超過此值後改用較陡的斜率。',
      caveats: [],
    },
  },
  async read(reader, key) {
    const { label, data } = await reserveOf(reader, key)
    const strategy = data.interestRateStrategyAddress
    return {
      label,
      value: fixed(await reader.read(interestRateStrategy, strategy, 'OPTIMAL_USAGE_RATIO'), 27),
    }
  },
})
