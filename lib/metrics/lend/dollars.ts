import { product } from '../arithmetic'
import { defineDerived, withCaveats } from '../define'
import { sumOverChains, withListed, withTotal } from '../sums'
import type { Derived, Numbers, Scope } from '../types'
import { marketChains } from './market'
import { derivedOfReserve, type ReserveRow } from './reserve'

type Row = ReserveRow & { readonly amount: 'lend.supplied' | 'lend.borrowed' | 'lend.available' }

const rows: readonly Row[] = [
  {
    id: 'lend.supplied-usd',
    amount: 'lend.supplied',
    text: {
      en: {
        title: 'Supplied in dollars',
        what: 'What suppliers own in dollars at the market’s own prices; under TOTAL the sum over all reserves.',
      },
      'zh-Hant': {
        title: '存款總額（美元）',
        what: '存款人擁有的資產，以市場自身的價格換算為美元；TOTAL 為所有儲備的總和。',
      },
    },
  },
  {
    id: 'lend.borrowed-usd',
    amount: 'lend.borrowed',
    text: {
      en: {
        title: 'Borrowed in dollars',
        what: 'What borrowers owe in dollars at the market’s own prices; under TOTAL the sum over all reserves.',
      },
      'zh-Hant': {
        title: '借款總額（美元）',
        what: '借款人積欠的資產，以市場自身的價格換算為美元；TOTAL 為所有儲備的總和。',
      },
    },
  },
  {
    id: 'lend.available-usd',
    amount: 'lend.available',
    text: {
      en: {
        title: 'Available in dollars',
        what: 'The market’s cash in dollars at the market’s own prices; under TOTAL the sum over all reserves.',
      },
      'zh-Hant': {
        title: '可用餘額（美元）',
        what: '市場的現金，以市場自身的價格換算為美元；TOTAL 為所有儲備的總和。',
      },
    },
  },
]

const ofMarket = (numbers: Numbers, chain: Scope, { id, amount }: Row): readonly Derived[] =>
  withTotal(numbers, id, chain, amount, withListed, (held) => [
    product(held.key, held, numbers.get('lend.price', chain, held.key)),
  ])

export const dollars = rows.map((row) =>
  defineDerived({
    ...derivedOfReserve,
    id: row.id,
    unit: 'usd',
    scopes: [...marketChains, 'all'],
    formula: {
      en: `${row.amount} × lend.price, exact; TOTAL: their sum`,
      'zh-Hant': `${row.amount} × lend.price，不捨入；TOTAL 為其總和`,
    },
    text: withCaveats(row.text, {
      en: 'A reserve without a price has no dollars: the sum leaves it out and names it.',
      'zh-Hant': '沒有價格的儲備沒有美元數字：總和不含該儲備，並會列明。',
    }),
    compute: (numbers, scope) =>
      scope === 'all' ? [sumOverChains(numbers, row.id, marketChains, 'TOTAL')] : ofMarket(numbers, scope, row),
  }),
)
