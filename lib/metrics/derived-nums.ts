import type { ChainSlug } from '../chains/define-chain'
import { failure } from '../errors'
import type { Derived, DerivedMetric, Num, Numbers, Scope } from './types'

const numOf = (metric: DerivedMetric, scope: Scope, derived: Derived): Num => {
  const { key, class: cls, ...said } = derived
  return {
    ...said,
    id: `${metric.id}:${scope}:${key}`,
    metric: metric.id,
    chain: scope,
    key,
    unit: metric.unit,
    class: cls ?? metric.class,
    methodVersion: metric.versions.at(-1)?.version ?? 1,
  }
}

const slotOf = (metric: string, scope: Scope) => `${metric}:${scope}`

const groupBySlot = (nums: readonly Num[]): ReadonlyMap<string, readonly Num[]> => {
  const slots = new Map<string, Num[]>()
  for (const num of nums) {
    const slot = slotOf(num.metric, num.chain)
    const held = slots.get(slot)
    if (held) held.push(num)
    else slots.set(slot, [num])
  }
  return slots
}

/** Evaluates pure metrics on demand, so that they may stand in any order; one that needs itself is a defect. */
export const derivedNums = (
  metrics: readonly DerivedMetric[],
  read: readonly Num[],
  chains: readonly ChainSlug[],
  report: (error: unknown) => void,
): readonly Num[] => {
  const byId = new Map(metrics.map((metric) => [metric.id as string, metric]))
  const held = new Map<string, readonly Num[]>(groupBySlot(read))
  const underWay = new Set<string>()

  const evaluate = (metric: DerivedMetric, scope: Scope): readonly Num[] => {
    const slot = slotOf(metric.id, scope)
    if (underWay.has(slot)) throw new Error(`${slot} is made of itself.`)
    underWay.add(slot)
    try {
      return metric.compute(numbers, scope).map((each) => numOf(metric, scope, each))
    } catch (error) {
      report(error)
      const why = failure('defect')
      return [
        numOf(metric, scope, {
          key: 'TOTAL',
          status: 'failed',
          value: null,
          reason: why.message,
          code: why.code,
          inputs: [],
        }),
      ]
    } finally {
      underWay.delete(slot)
    }
  }

  const numbers: Numbers = {
    chains,
    of(metric, scope) {
      const slot = slotOf(metric, scope)
      const known = held.get(slot)
      if (known) return known
      const derived = byId.get(metric)
      if (!derived?.scopes.includes(scope)) return []
      if (scope !== 'all' && !chains.includes(scope)) return []
      const nums = evaluate(derived, scope)
      held.set(slot, nums)
      return nums
    },
    get(metric, scope, key) {
      return numbers.of(metric, scope).find((num) => num.key === key)
    },
  }
  return metrics.flatMap((metric) => metric.scopes.flatMap((scope) => numbers.of(metric.id, scope)))
}
