import { deployed, sumOf, termsOf } from '../sums'
import type { Derived, Scope } from '../types'
import { groupsOf } from './funds'

/** Dollars of funds on a chain, and behind them the sums of the groups they belong to. */
export const withGroups = (metric: string, scope: Scope, funds: readonly Derived[]): readonly Derived[] => {
  const terms = termsOf(metric, scope, funds)
  const groups = groupsOf(terms.map(({ key }) => key))
  return [...funds, ...groups.map(({ key, has }) => sumOf(key, deployed(terms.filter((term) => has(term.key)))))]
}
