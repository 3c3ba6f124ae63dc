import { asNum, sumOf, termsOf } from '../sums'
import type { Derived, Numbers, Observation, Scope } from '../types'

/**
 * One number for each key of an amount on a chain, and their sum under TOTAL. The sum names what it leaves out, save what is not
 * deployed or amounts to 0.
 */
export const withTotal = (
  numbers: Numbers,
  metric: string,
  chain: Scope,
  amount: string,
  derive: (amount: Observation) => readonly Derived[],
): readonly Derived[] => {
  const amounts = numbers.of(amount, chain).filter(({ key }) => key !== 'TOTAL')
  const each = amounts.flatMap(derive)
  const nums = each.map((derived) => asNum(metric, chain, derived))
  return [
    ...each,
    sumOf(
      'TOTAL',
      termsOf(nums, (key) => amounts.find((held) => held.key === key)),
    ),
  ]
}
