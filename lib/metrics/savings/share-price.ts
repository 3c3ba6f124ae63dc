import { defineMetric } from '../define'
import { ofProduct, shareOf } from './products'
import { priceOf, shareValueReads } from './share-values'
import { absentUntilSet } from './unset'

export const sharePrice = defineMetric({
  id: 'savings.share-price',
  ...ofProduct,
  versions: absentUntilSet,
  unit: 'assets-per-share',
  reads: shareValueReads,
  formula: {
    en: 'vault.convertToAssets(one share); bridged sUSDS: SSRAuthOracle.getConversionRate() / 10^27',
    'zh-Hant': 'vault.convertToAssets(一份額)；跨鏈 sUSDS：SSRAuthOracle.getConversionRate() / 10^27',
  },
  text: {
    en: {
      title: 'Share price',
      what: 'What one share is worth at the block, in the product’s asset: live, not as stored.',
      caveats: ['As exact as the asset’s decimals; the live index has more digits.'],
    },
    'zh-Hant': {
      title: '份額價格',
      what: '每份額在該區塊的價值，以該產品的資產計：為即時值，不是已儲存的值。',
      caveats: ['精度以資產的小數位為限；即時指數的位數較多。'],
    },
  },
  async read(reader, key) {
    const share = await shareOf(reader, key)
    return { label: share.label, value: await priceOf(reader, share) }
  },
})
