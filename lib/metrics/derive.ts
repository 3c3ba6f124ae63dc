import type { ChainSlug } from '../chains'
import { failure } from '../errors'
import type { Derived, DerivedMetric, Numbers, Observation, Scope } from './types'

/** Written out, not spread: a snapshot makes hundreds, of many shapes. */
const numOf = (metric: DerivedMetric, scope: Scope, derived: Derived): Observation => {
  const num: { -readonly [name in keyof Observation]: Observation[name] } = {
    id: `${metric.id}:${scope}:${derived.key}`,
    metric: metric.id,
    chain: scope,
    key: derived.key,
    status: derived.status,
    value: derived.value,
    unit: metric.unit,
    class: derived.class ?? metric.class,
    methodVersion: metric.versions.at(-1)?.version ?? 1,
    inputs: derived.inputs,
  }
  const { label, reason, code, omitted, parts, note } = derived
  if (label !== undefined) num.label = label
  if (reason !== undefined) num.reason = reason
  if (code !== undefined) num.code = code
  if (omitted !== undefined) num.omitted = omitted
  if (parts !== undefined) num.parts = parts
  if (note !== undefined) num.note = note
  return num
}

/** The numbers of one metric on one chain. */
type Slot = { readonly nums: readonly Observation[]; byKey?: ReadonlyMap<string, Observation> }
type Slots = Map<Scope, Map<string, Slot>>

const onScope = (slots: Slots, scope: Scope): Map<string, Slot> => {
  const held = slots.get(scope)
  if (held) return held
  const made = new Map<string, Slot>()
  slots.set(scope, made)
  return made
}

const groupBySlot = (nums: readonly Observation[]): Slots => {
  const groups = new Map<Scope, Map<string, Observation[]>>()
  for (const num of nums) {
    const group = groups.get(num.chain) ?? new Map<string, Observation[]>()
    groups.set(num.chain, group)
    const held = group.get(num.metric)
    if (held) held.push(num)
    else group.set(num.metric, [num])
  }
  return new Map([...groups].map(([scope, group]) => [scope, new Map([...group].map(([id, nums]) => [id, { nums }]))]))
}

const nothing: Slot = { nums: [] }

/** Of several with one key the first. */
const indexOf = (nums: readonly Observation[]): ReadonlyMap<string, Observation> =>
  new Map(nums.toReversed().map((num) => [num.key, num]))

/** Evaluates pure metrics on demand, so that they may stand in any order; one that needs itself is a defect. */
export const deriveObservations = (
  metrics: readonly DerivedMetric[],
  read: readonly Observation[],
  chains: readonly ChainSlug[],
  report: (error: unknown) => void,
): readonly Observation[] => {
  const byId = new Map(metrics.map((metric) => [metric.id as string, metric]))
  const held = groupBySlot(read)
  const underWay = new Set<string>()

  const evaluate = (metric: DerivedMetric, scope: Scope): readonly Observation[] => {
    const slot = `${metric.id}:${scope}`
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

  const slotOf = (metric: string, scope: Scope): Slot => {
    const slots = onScope(held, scope)
    const known = slots.get(metric)
    if (known) return known
    const derived = byId.get(metric)
    if (!derived?.scopes.includes(scope)) return nothing
    if (scope !== 'all' && !chains.includes(scope)) return nothing
    const slot = { nums: evaluate(derived, scope) }
    slots.set(metric, slot)
    return slot
  }

  const numbers: Numbers = {
    chains,
    of: (metric, scope) => slotOf(metric, scope).nums,
    get(metric, scope, key) {
      const slot = slotOf(metric, scope)
      slot.byKey ??= indexOf(slot.nums)
      return slot.byKey.get(key)
    },
  }
  return metrics.flatMap((metric) => metric.scopes.flatMap((scope) => numbers.of(metric.id, scope)))
}
