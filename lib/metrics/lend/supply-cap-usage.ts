import { defineDerived } from '../define'
import { capUsage } from './cap-usage'
import { eachReserve } from './each-reserve'
import { derivedOfReserve } from './market'

export const supplyCapUsage = defineDerived({
  id: 'lend.supply-cap-usage',
  ...derivedOfReserve,
  unit: 'ratio',
  formula: '(lend.supplied + lend.accrued-to-treasury) / lend.supply-cap',
  text: {
    en: {
      title: 'Supply cap in use',
      what: 'How much of the supply cap is taken.',
      caveats: [
        'Can exceed 1: interest counts, and a cap may be set below what is in use.',
        'Absent where there is no cap.',
      ],
    },
    'zh-Hant': {
      title: '存款上限使用率',
      what: '存款上限已使用的比例。',
      caveats: ['可能超過 1：利息也計入，且上限可設得低於目前用量。', '沒有上限時從缺。'],
    },
  },
  compute: (numbers, scope) => eachReserve(numbers, scope, (key, get) => capUsage(key, get, 'supply')),
})
