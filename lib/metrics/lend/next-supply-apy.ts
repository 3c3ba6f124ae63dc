import { defineDerived } from '../define'
import { eachReserve } from './each-reserve'
import { derivedOfReserve } from './market'
import { nextApy } from './next-rates'

export const nextSupplyApy = defineDerived({
  id: 'lend.next-supply-apy',
  ...derivedOfReserve,
  unit: 'ratio',
  formula: {
    en: '(1 + curve(lend.utilization) / 31 536 000)^31 536 000 − 1; the curve’s rate × utilisation × (1 − lend.reserve-factor)',
    'zh-Hant':
      '(1 + 曲線(lend.utilization) / 31 536 000)^31 536 000 − 1；曲線利率 × 利用率 × (1 − lend.reserve-factor)',
  },
  text: {
    en: {
      title: 'Next supply APY',
      what: 'The supply APY that the next interaction would store at today’s utilisation.',
      caveats: [
        'Differs from the stored rate when utilisation or the rate that the curve follows has moved since the last interaction.',
      ],
    },
    'zh-Hant': {
      title: '下次存款 APY',
      what: '以目前利用率計算，下次互動將寫入的存款 APY。',
      caveats: ['自最近一次互動後，利用率或曲線所跟隨的利率若有變動，便會與已儲存的利率不同。'],
    },
  },
  compute: (numbers, scope) => eachReserve(numbers, scope, (key, get) => nextApy(key, get, 'supplyRate')),
})
