import { asNum, sumOf, sumsOf } from '../sums'
import type { Derived, Scope } from '../types'
import { groupsOf } from './funds'

/** Dollars of funds on a chain, and behind them the sums of the groups they belong to. */
export const withGroups = (metric: string, scope: Scope, funds: readonly Derived[]): readonly Derived[] => {
  const nums = funds.map((fund) => asNum(metric, scope, fund))
  const groups = groupsOf(nums.map(({ key }) => key))
  return [...funds, ...groups.map(({ key, has }) => sumOf(key, sumsOf(nums.filter((num) => has(num.key)))))]
}
