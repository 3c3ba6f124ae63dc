import { psm3 } from '../../contracts/psm3'
import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { ofPsm3 } from './layer'

export const psmAssetsUsd = defineMetric({
  id: 'liquidity.psm-assets-usd',
  ...ofPsm3,
  unit: 'usd',
  reads: [psm3],
  formula: 'PSM3.totalAssets() / 10^18',
  text: {
    en: {
      title: 'PSM assets',
      what: 'Everything in the peg stability module: USDC, USDS and sUSDS.',
      caveats: [
        'USDC and USDS count as 1 dollar, sUSDS at the savings rate last bridged.',
        'Includes other depositors’ shares.',
      ],
    },
    'zh-Hant': {
      title: 'PSM 資產',
      what: '錨定穩定模組（PSM3）中的全部資產：USDC、USDS 與 sUSDS。',
      caveats: ['USDC 與 USDS 以 1 美元計，sUSDS 依最近一次跨鏈的儲蓄利率計。', '包含其他存款人的份額。'],
    },
  },
  read: async (reader) => ({
    label: 'PSM3',
    value: fixed(await reader.read(psm3, reader.address('PSM3'), 'totalAssets'), 18),
  }),
})
