import { failure } from '../../errors'
import { product, total } from '../arithmetic'
import type { Derived, Numbers, Observation, Scope } from '../types'
import { marketChains } from './market'

type DollarMetric = 'lend.supplied-usd' | 'lend.borrowed-usd' | 'lend.available-usd'
type AmountMetric = 'lend.supplied' | 'lend.borrowed' | 'lend.available'

/** A reserve's dollars just derived, in the shape in which sums take them. */
const asNum = (metric: DollarMetric, chain: Scope, derived: Derived): Observation => ({
  class: 'onchain',
  ...derived,
  id: `${metric}:${chain}:${derived.key}`,
  metric,
  chain,
  unit: 'usd',
  methodVersion: 1,
})

/** Σ of the numbers given; unknown, not 0, where nothing has been read. */
const sumOf = (nums: readonly Observation[], chains?: number): Derived => {
  if (nums.length > 0) return total('TOTAL', nums, chains === undefined ? {} : { chains })
  const why = failure('not-read')
  return {
    key: 'TOTAL',
    status: 'failed',
    value: null,
    reason: why.message,
    code: why.code,
    inputs: [],
  }
}

/**
 * Amount × price of every reserve, exact, and their sum under TOTAL; for `all` the sum of the markets' sums alone. A reserve
 * without a price is left out of the sum and named in it, and so is a market that is not known.
 */
export const dollarsOf =
  (metric: DollarMetric, amount: AmountMetric) =>
  (numbers: Numbers, scope: Scope): readonly Derived[] => {
    if (scope === 'all') {
      const markets = marketChains.flatMap((chain) => numbers.get(metric, chain, 'TOTAL') ?? [])
      return [sumOf(markets, marketChains.length)]
    }
    const reserves = numbers
      .of(amount, scope)
      .map((num) => product(num.key, num, numbers.get('lend.price', scope, num.key)))
    return [...reserves, sumOf(reserves.map((reserve) => asNum(metric, scope, reserve)))]
  }
