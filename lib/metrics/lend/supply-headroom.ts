import { defineDerived } from '../define'
import { capHeadroom } from './cap-usage'
import { eachReserve } from './each-reserve'
import { derivedOfReserve } from './market'

export const supplyHeadroom = defineDerived({
  id: 'lend.supply-headroom',
  ...derivedOfReserve,
  unit: 'token',
  formula: {
    en: 'lend.supply-cap − (lend.supplied + lend.accrued-to-treasury), at least 0',
    'zh-Hant': 'lend.supply-cap − (lend.supplied + lend.accrued-to-treasury)，最低為 0',
  },
  text: {
    en: {
      title: 'Supply headroom',
      what: 'How much more may be supplied before the cap is reached.',
      caveats: [
        'Says nothing of a freeze or a pause, nor, for borrowing, of the cash that is there.',
        'Absent where there is no cap.',
      ],
    },
    'zh-Hant': {
      title: '存款餘裕',
      what: '達到上限前還可存入的數量。',
      caveats: ['不反映凍結或暫停；就借款而言，也不反映現金是否足夠。', '沒有上限時從缺。'],
    },
  },
  compute: (numbers, scope) => eachReserve(numbers, scope, (key, get) => capHeadroom(key, get, 'supply')),
})
