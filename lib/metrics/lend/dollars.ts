import { product } from '../arithmetic'
import { all, sumOf, termsOf } from '../sums'
import type { Derived, Numbers, Scope } from '../types'
import { marketChains } from './market'

type DollarMetric = 'lend.supplied-usd' | 'lend.borrowed-usd' | 'lend.available-usd'
type AmountMetric = 'lend.supplied' | 'lend.borrowed' | 'lend.available'

/**
 * Amount × price of every reserve, exact, and their sum under TOTAL; for `all` the sum of the markets' sums alone. A reserve
 * without a price is left out of the sum and named in it, and so is a market that is not known.
 */
export const dollarsOf =
  (metric: DollarMetric, amount: AmountMetric) =>
  (numbers: Numbers, scope: Scope): readonly Derived[] => {
    if (scope === 'all') {
      const markets = marketChains.flatMap((chain) => numbers.get(metric, chain, 'TOTAL') ?? [])
      return [sumOf('TOTAL', all(markets), marketChains.length)]
    }
    const reserves = numbers
      .of(amount, scope)
      .map((held) => product(held.key, held, numbers.get('lend.price', scope, held.key)))
    return [...reserves, sumOf('TOTAL', all(termsOf(metric, scope, reserves)))]
  }
