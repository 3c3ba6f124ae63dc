import { add, compare, type Fixed, subtract } from '@/lib/math/fixed'
import { percentOf } from '@/lib/math/share'
import { reconciliation } from '@/lib/metrics'
import type { NumberIndex, Observation } from '@/lib/numbers/number-index'

export type BridgeStep = {
  readonly num: Observation
  readonly kind: 'gross' | 'less' | 'more' | 'result'
  readonly bar: { readonly from: number; readonly length: number } | null
}

const numOf = (numbers: NumberIndex, { id }: { readonly id: string }): Observation => numbers.get(id, 'all', 'TOTAL')

/** Gross, each thing taken off or added in the order in which it is told, and what is left. Empty where there is no gross. */
export const bridgeSteps = (numbers: NumberIndex): readonly BridgeStep[] => {
  const gross = numOf(numbers, reconciliation.from)
  const total = numOf(numbers, reconciliation.to)
  if (!gross.value) return []
  const whole = gross.value
  let left: Fixed = whole
  const step = (num: Observation, kind: 'less' | 'more'): BridgeStep => {
    if (!num.value) return { num, kind, bar: null }
    const before = left
    left = kind === 'less' ? subtract(left, num.value) : add(left, num.value)
    const from = compare(left, before) < 0 ? left : before
    return { num, kind, bar: { from: percentOf(from, whole), length: percentOf(num.value, whole) } }
  }
  return [
    { num: gross, kind: 'gross', bar: { from: 0, length: 100 } },
    ...reconciliation.less.map((metric) => step(numOf(numbers, metric), 'less')),
    ...reconciliation.plus.map((metric) => step(numOf(numbers, metric), 'more')),
    { num: total, kind: 'result', bar: total.value ? { from: 0, length: percentOf(total.value, whole) } : null },
  ]
}

/** Whether the steps lead from the gross to the total to the last unit; null where one of them is not known. */
export const closes = (steps: readonly BridgeStep[]): boolean | null => {
  const gross = steps[0]?.num.value
  const result = steps.at(-1)?.num.value
  const between = steps.slice(1, -1)
  if (!gross || !result || between.some(({ num }) => !num.value)) return null
  const left = between.reduce((sum, { num, kind }) => {
    if (!num.value) return sum
    return kind === 'less' ? subtract(sum, num.value) : add(sum, num.value)
  }, gross)
  return compare(left, result) === 0
}
