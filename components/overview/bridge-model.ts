import { compare, type Fixed, subtract } from '@/lib/math/fixed'
import type { Num, NumberIndex } from '@/lib/view/numbers'
import { percentOf } from '@/lib/view/share'

export type BridgeStep = {
  readonly num: Num
  readonly kind: 'gross' | 'less' | 'result'
  readonly bar: { readonly from: number; readonly length: number } | null
}

const isStep = ({ metric, chain, key }: Num): boolean =>
  chain === 'all' && key === 'TOTAL' && metric !== 'tvl.total-usd' && metric !== 'tvl.line-usd'

/** Gross, each thing taken off in the order of the metrics, and what is left. Empty where the snapshot holds no gross. */
export const bridgeSteps = (numbers: NumberIndex): readonly BridgeStep[] => {
  const gross = numbers.get('tvl.gross-usd', 'all', 'TOTAL')
  const total = numbers.get('tvl.total-usd', 'all', 'TOTAL')
  if (!gross.value) return []
  const whole = gross.value
  let left: Fixed = whole
  const less = numbers
    .line('tvl')
    .filter((num) => isStep(num) && num.id !== gross.id)
    .map((num): BridgeStep => {
      if (!num.value) return { num, kind: 'less', bar: null }
      left = subtract(left, num.value)
      return { num, kind: 'less', bar: { from: percentOf(left, whole), length: percentOf(num.value, whole) } }
    })
  return [
    { num: gross, kind: 'gross', bar: { from: 0, length: 100 } },
    ...less,
    { num: total, kind: 'result', bar: total.value ? { from: 0, length: percentOf(total.value, whole) } : null },
  ]
}

/** Whether the steps lead from the gross to the total to the last unit: a page must not draw a bridge that ends beside it. */
export const closes = (steps: readonly BridgeStep[]): boolean => {
  const [gross, ...rest] = steps
  const result = rest.pop()
  if (!gross?.num.value || !result?.num.value) return false
  let left: Fixed = gross.num.value
  for (const { num } of rest) if (num.value) left = subtract(left, num.value)
  return compare(left, result.num.value) === 0
}
