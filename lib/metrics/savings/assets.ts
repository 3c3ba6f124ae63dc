import { defineMetric } from '../define'
import { ofProduct, shareOf } from './products'
import { assetsOf, shareValueReads } from './share-values'
import { absentUntilSet } from './unset'

export const assets = defineMetric({
  id: 'savings.assets',
  ...ofProduct,
  versions: absentUntilSet,
  unit: 'token',
  reads: shareValueReads,
  formula: {
    en: 'vault.totalAssets(); bridged sUSDS: totalSupply() × SSRAuthOracle.getConversionRate()',
    'zh-Hant': 'vault.totalAssets()；跨鏈 sUSDS：totalSupply() × SSRAuthOracle.getConversionRate()',
  },
  text: {
    en: {
      title: 'Assets',
      what: 'What all shares are worth at the block, in the product’s asset.',
      caveats: [
        'sUSDS, sDAI, sUSDC and bridged copies are claims on Sky, and some hold one another: not to be added up.',
        'Savings xDAI counts what was claimed; interest in transit is not.',
        'Absent while the oracle away from Ethereum has not been told a rate.',
      ],
    },
    'zh-Hant': {
      title: '資產',
      what: '所有份額在該區塊的價值，以該產品的資產計。',
      caveats: [
        'sUSDS、sDAI、sUSDC 與其跨鏈版本都是對 Sky 的請求權，且彼此持有：不可相加。',
        'Savings xDAI 只計已領取的部分，不含在途利息。',
        '以太坊以外的預言機尚未設定利率時，此數字從缺。',
      ],
    },
  },
  async read(reader, key) {
    const share = await shareOf(reader, key)
    return { label: share.label, value: await assetsOf(reader, share) }
  },
})
