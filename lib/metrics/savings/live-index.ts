import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { ofAccruing, shareOf, shareReads } from './products'
import { liveIndexOf, rateReads } from './rates'

export const liveIndex = defineMetric({
  id: 'savings.live-index',
  ...ofAccruing,
  unit: 'ray',
  reads: [...shareReads, ...rateReads],
  formula: {
    en: 'rpow(rate, block time − rho) × chi / 10^27; vault.nowChi(); SSRAuthOracle.getConversionRate()',
    'zh-Hant': 'rpow(rate, 區塊時間 − rho) × chi / 10^27；vault.nowChi()；SSRAuthOracle.getConversionRate()',
  },
  text: {
    en: {
      title: 'Live index',
      what: 'The product’s index accrued to the block: a ray, undivided.',
      caveats: ['Away from Ethereum it is what was last carried over, which can lag behind.'],
    },
    'zh-Hant': {
      title: '即時指數',
      what: '計息至該區塊的指數：ray 整數，未經除法。',
      caveats: ['以太坊以外的鏈為最近一次跨鏈傳遞的數值，可能較慢。'],
    },
  },
  async read(reader, key) {
    const { product, label } = await shareOf(reader, key)
    return { label, value: fixed(await liveIndexOf(reader, product), 0) }
  },
})
