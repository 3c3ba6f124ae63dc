import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { ofAccruing, shareOf, shareReads } from './products'
import { rateOf, rateReads } from './rates'

export const rate = defineMetric({
  id: 'savings.rate',
  ...ofAccruing,
  unit: 'ray',
  reads: [...shareReads, ...rateReads],
  formula: {
    en: 'sUSDS.ssr(), Pot.dsr(), SSRAuthOracle.getSSR() or vault.vsr()',
    'zh-Hant': 'sUSDS.ssr()、Pot.dsr()、SSRAuthOracle.getSSR() 或 vault.vsr()',
  },
  text: {
    en: {
      title: 'Savings rate per second',
      what: 'The factor by which a share’s worth grows each second, as the contract holds it: a ray, undivided.',
      caveats: [
        '1000000000000000000000000000 is no growth.',
        'sUSDC has no rate of its own: it holds sUSDS.',
        'Away from Ethereum it is what was last carried over, which can lag behind.',
        'Savings xDAI has no such rate.',
      ],
    },
    'zh-Hant': {
      title: '每秒儲蓄利率',
      what: '每秒份額價值成長的倍數，即合約所存的 ray 整數，未經除法。',
      caveats: [
        '1000000000000000000000000000 表示不成長。',
        'sUSDC 沒有自己的利率：它持有 sUSDS。',
        '以太坊以外的鏈為最近一次跨鏈傳遞的數值，可能較慢。',
        'Savings xDAI 沒有此利率。',
      ],
    },
  },
  async read(reader, key) {
    const { product, label } = await shareOf(reader, key)
    return { label, value: fixed(await rateOf(reader, product), 0) }
  },
})
