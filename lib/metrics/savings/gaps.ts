import { difference } from '../arithmetic'
import { defineDerived, type Words, withCaveats } from '../define'
import type { Derived, Numbers, Scope, Unit } from '../types'
import { derivedOfBridged, eachProduct } from './each-product'
import { isBridgedOn } from './products'

type Row = Pick<Words, 'text'> & {
  readonly id: `savings.${string}`
  readonly metric: 'savings.rate' | 'savings.apy'
  readonly unit: Unit
}

const rows: readonly Row[] = [
  {
    id: 'savings.rate-gap',
    metric: 'savings.rate',
    unit: 'ray',
    text: {
      en: {
        title: 'Rate gap to Ethereum',
        what: 'The rate per second that the chain knows less Ethereum’s savings rate: a ray, undivided.',
      },
      'zh-Hant': { title: '與以太坊的利率差', what: '該鏈所知的每秒利率減以太坊的儲蓄利率：ray 整數，未經除法。' },
    },
  },
  {
    id: 'savings.apy-gap',
    metric: 'savings.apy',
    unit: 'ratio',
    text: {
      en: { title: 'APY gap to Ethereum', what: 'The APY that the chain pays less Ethereum’s savings APY.' },
      'zh-Hant': { title: '與以太坊的 APY 差', what: '該鏈的 APY 減以太坊的儲蓄 APY。' },
    },
  },
]

/** What a chain says of bridged sUSDS and sUSDC less what Ethereum says of sUSDS. */
const gapOf =
  (metric: Row['metric']) =>
  (numbers: Numbers, scope: Scope): readonly Derived[] =>
    eachProduct(numbers, scope, metric, (key, get) =>
      difference(key, get(metric), numbers.get(metric, 'ethereum', 'SUSDS')),
    ).filter(({ key }) => isBridgedOn(scope, key))

/** How far behind a chain is to which the savings rate is carried. */
export const gaps = rows.map(({ metric, text, ...row }) =>
  defineDerived({
    ...derivedOfBridged,
    ...row,
    formula: {
      en: `${metric} on the chain − ${metric}:ethereum:SUSDS`,
      'zh-Hant': `該鏈的 ${metric} − ${metric}:ethereum:SUSDS`,
    },
    text: withCaveats(text, {
      en: 'Other than 0 while a change has not been carried over yet.',
      'zh-Hant': '變動尚未跨鏈傳遞時不為 0。',
    }),
    compute: gapOf(metric),
  }),
)
