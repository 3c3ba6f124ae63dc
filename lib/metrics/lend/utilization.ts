import { fixed } from '../../math/fixed'
import { utilization as utilizationOf } from '../../math/rate-curve'
import { from } from '../arithmetic'
import { defineDerived } from '../define'
import { eachReserve } from './each-reserve'
import { derivedOfReserve } from './reserve'

export const utilization = defineDerived({
  id: 'lend.utilization',
  ...derivedOfReserve,
  unit: 'ratio',
  formula: {
    en: 'lend.borrowed / (lend.borrowed + lend.available); 0 where nothing is borrowed',
    'zh-Hant': 'lend.borrowed / (lend.borrowed + lend.available)；沒有借款時為 0',
  },
  text: {
    en: {
      title: 'Utilisation',
      what: 'The share of the reserve that is lent out, as the rate curve sees it.',
    },
    'zh-Hant': {
      title: '利用率',
      what: '儲備中已借出的比例，與利率曲線所見一致。',
    },
  },
  compute: (numbers, scope) =>
    eachReserve(numbers, scope, (key, get) =>
      from(key, [get('lend.borrowed'), get('lend.available')], (debt, cash) =>
        debt && cash ? fixed(utilizationOf(debt.raw, cash.raw), 27) : null,
      ),
    ),
})
