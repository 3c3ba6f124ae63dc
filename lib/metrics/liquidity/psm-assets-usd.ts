import { fixed } from '../../math/fixed'
import { psm3Assets, psm3Reads } from '../../positions/read-psm3'
import { defineMetric, revised } from '../define'
import { ofPsm3 } from './layer'

export const psmAssetsUsd = defineMetric({
  id: 'liquidity.psm-assets-usd',
  ...ofPsm3,
  unit: 'usd',
  versions: revised({
    since: '2026-12-01',
    change: {
      en: 'Absent where sUSDS would count as 0, as the oracle was never told a rate.',
      'zh-Hant': '預言機從未設定利率、sUSDS 會計為 0 時，此數字從缺。',
    },
  }),
  reads: psm3Reads,
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
    value: fixed(await psm3Assets(reader), 18),
  }),
})
