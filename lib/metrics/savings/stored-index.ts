import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { ofAccruing, shareOf, shareReads } from './products'
import { rateReads, storedIndexOf } from './rates'

export const storedIndex = defineMetric({
  id: 'savings.stored-index',
  ...ofAccruing,
  unit: 'ray',
  reads: [...shareReads, ...rateReads],
  formula: {
    en: 'sUSDS.chi(), Pot.chi(), SSRAuthOracle.getChi() or vault.chi()',
    'zh-Hant': 'sUSDS.chi()、Pot.chi()、SSRAuthOracle.getChi() 或 vault.chi()',
  },
  text: {
    en: {
      title: 'Stored index',
      what: 'The product’s index as stored at its last update: a ray, undivided, older than the block.',
      caveats: ['Not the worth of a share now: see the live index.'],
    },
    'zh-Hant': {
      title: '已儲存指數',
      what: '該產品最近一次更新時所存的指數：ray 整數，未經除法，早於該區塊。',
      caveats: ['不是份額現在的價值：見即時指數。'],
    },
  },
  async read(reader, key) {
    const { product, label } = await shareOf(reader, key)
    return { label, value: fixed(await storedIndexOf(reader, product), 0) }
  },
})
