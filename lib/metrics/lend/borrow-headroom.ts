import { defineDerived } from '../define'
import { capHeadroom } from './cap-usage'
import { eachReserve } from './each-reserve'
import { derivedOfReserve } from './market'

export const borrowHeadroom = defineDerived({
  id: 'lend.borrow-headroom',
  ...derivedOfReserve,
  unit: 'token',
  formula: {
    en: 'lend.borrow-cap − (lend.borrowed), at least 0',
    'zh-Hant': 'lend.borrow-cap − (lend.borrowed)，最低為 0',
  },
  text: {
    en: {
      title: 'Borrow headroom',
      what: 'How much more may be borrowed before the cap is reached.',
      caveats: [
        'Says nothing of a freeze or a pause, nor, for borrowing, of the cash that is there.',
        'Absent where there is no cap.',
      ],
    },
    'zh-Hant': {
      title: '借款餘裕',
      what: '達到上限前還可借款的數量。',
      caveats: ['不反映凍結或暫停；就借款而言，也不反映現金是否足夠。', '沒有上限時從缺。'],
    },
  },
  compute: (numbers, scope) => eachReserve(numbers, scope, (key, get) => capHeadroom(key, get, 'borrow')),
})
