import { defineDerived } from '../define'
import { eachReserve } from './each-reserve'
import { derivedOfReserve } from './market'
import { nextApy } from './next-rates'

export const nextBorrowApy = defineDerived({
  id: 'lend.next-borrow-apy',
  ...derivedOfReserve,
  unit: 'ratio',
  formula: {
    en: '(1 + curve(lend.utilization) / 31 536 000)^31 536 000 − 1',
    'zh-Hant': '(1 + 曲線(lend.utilization) / 31 536 000)^31 536 000 − 1',
  },
  text: {
    en: {
      title: 'Next borrow APY',
      what: 'The borrow APY that the next interaction would store at today’s utilisation.',
      caveats: [
        'Differs from the stored rate when utilisation or the rate that the curve follows has moved since the last interaction.',
      ],
    },
    'zh-Hant': {
      title: '下次借款 APY',
      what: '以目前利用率計算，下次互動將寫入的借款 APY。',
      caveats: ['自最近一次互動後，利用率或曲線所跟隨的利率若有變動，便會與已儲存的利率不同。'],
    },
  },
  compute: (numbers, scope) => eachReserve(numbers, scope, (key, get) => nextApy(key, get, 'borrowRate')),
})
