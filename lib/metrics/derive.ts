import type { ChainSlug } from '../chains'
import { failure } from '../errors'
import { observationOf } from './observation'
import type { DerivedMetric, Metric, Numbers, Observation, Scope } from './types'

/** The observations of one metric on one chain; the index is made when first asked for. */
type Group = { readonly observations: readonly Observation[]; byKey?: ReadonlyMap<string, Observation> }
type Groups = Map<Scope, Map<string, Group>>

const groupsOn = (groups: Groups, scope: Scope): Map<string, Group> => {
  const known = groups.get(scope)
  if (known) return known
  const made = new Map<string, Group>()
  groups.set(scope, made)
  return made
}

const groupByMetric = (observations: readonly Observation[]): Groups => {
  const lists = new Map<Scope, Map<string, Observation[]>>()
  for (const each of observations) {
    const onScope = lists.get(each.chain) ?? new Map<string, Observation[]>()
    lists.set(each.chain, onScope)
    const list = onScope.get(each.metric)
    if (list) list.push(each)
    else onScope.set(each.metric, [each])
  }
  return new Map(
    [...lists].map(([scope, byMetric]) => [
      scope,
      new Map([...byMetric].map(([metric, list]) => [metric, { observations: list }])),
    ]),
  )
}

const empty: Group = { observations: [] }

/** Of several with one key the first. */
const indexByKey = (observations: readonly Observation[]): ReadonlyMap<string, Observation> =>
  new Map(observations.toReversed().map((each) => [each.key, each]))

const failed = (metric: DerivedMetric, scope: Scope): Observation => {
  const { message: reason, code } = failure('defect')
  return observationOf(metric, scope, { key: 'TOTAL', status: 'failed', value: null, reason, code, inputs: [] })
}

/**
 * All numbers that follow from those read, metric by metric. Each metric is computed when first asked for, so that they
 * may stand in any order; one that needs itself is a defect. `report` hears of defects.
 */
export const deriveAll = (
  metrics: readonly Metric[],
  read: readonly Observation[],
  chains: readonly ChainSlug[],
  report: (error: unknown) => void,
): readonly Observation[] => {
  const derived = metrics.filter((metric): metric is DerivedMetric => metric.kind === 'derived')
  const byId = new Map(derived.map((metric) => [metric.id as string, metric]))
  const groups = groupByMetric(read)
  const pending = new Set<string>()

  const compute = (metric: DerivedMetric, scope: Scope): readonly Observation[] => {
    const name = `${metric.id}:${scope}`
    if (pending.has(name)) throw new Error(`${name} is made of itself.`)
    pending.add(name)
    try {
      return metric.compute(numbers, scope).map((each) => observationOf(metric, scope, each))
    } catch (error) {
      report(error)
      return [failed(metric, scope)]
    } finally {
      pending.delete(name)
    }
  }

  const groupOf = (id: string, scope: Scope): Group => {
    const onScope = groupsOn(groups, scope)
    const known = onScope.get(id)
    if (known) return known
    const metric = byId.get(id)
    if (!metric?.scopes.includes(scope)) return empty
    if (scope !== 'all' && !chains.includes(scope)) return empty
    const group = { observations: compute(metric, scope) }
    onScope.set(id, group)
    return group
  }

  const numbers: Numbers = {
    chains,
    of: (metric, scope) => groupOf(metric, scope).observations,
    get(metric, scope, key) {
      const group = groupOf(metric, scope)
      group.byKey ??= indexByKey(group.observations)
      return group.byKey.get(key)
    },
  }
  return derived.flatMap((metric) => metric.scopes.flatMap((scope) => numbers.of(metric.id, scope)))
}
