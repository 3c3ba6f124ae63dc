import { quotient } from '../arithmetic'
import { defineDerived } from '../define'
import { derivedOfFund, heldChains } from './funds'

export const sparkShare = defineDerived({
  id: 'rwa.spark-share',
  ...derivedOfFund,
  unit: 'ratio',
  scopes: [...heldChains, 'all'],
  formula: 'rwa.spark-holding-usd / rwa.aum-usd',
  text: {
    en: {
      title: 'Spark’s share',
      what: 'Spark’s part of a fund, of BUIDL’s two share classes, and of all treasury funds under TOTAL.',
      caveats: [
        'Tokens on chains that are not read here are missing from the divisor, so the share is biased upwards.',
      ],
    },
    'zh-Hant': {
      title: 'Spark 比重',
      what: 'Spark 占一檔基金、BUIDL 兩種份額合計，以及（TOTAL）所有美國公債基金的比例。',
      caveats: ['未讀取之鏈上的代幣不在分母之中：比例因而偏高。'],
    },
  },
  compute: (numbers, scope) =>
    numbers
      .of('rwa.spark-holding-usd', scope)
      .map((held) => quotient(held.key, held, numbers.get('rwa.aum-usd', scope, held.key))),
})
