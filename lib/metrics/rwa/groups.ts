import { sumOf, termsOf, withAmounts } from '../sums'
import type { Derived, Observation, Scope } from '../types'
import { groupsOf } from './funds'

/** Dollars of funds on a chain, and behind them the sums of the groups they belong to. `amounts`: what the dollars are of. */
export const withGroups = (
  metric: string,
  scope: Scope,
  funds: readonly Derived[],
  amounts: readonly Observation[],
): readonly Derived[] => {
  const amountOf = (key: string) => amounts.find((amount) => amount.key === key)
  const terms = termsOf(metric, scope, funds)
  const groups = groupsOf(terms.map(({ key }) => key))
  const sums = groups.map(({ key, has }) =>
    sumOf(
      key,
      withAmounts(
        terms.filter((term) => has(term.key)),
        amountOf,
      ),
    ),
  )
  return [...funds, ...sums]
}
