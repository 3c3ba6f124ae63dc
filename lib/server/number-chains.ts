import { type ChainSlug, chainSlugs, isChainSlug } from '../chains'
import { failure } from '../errors'
import { metricById, metrics } from '../metrics'
import { deriveAll } from '../metrics/derive'
import { neverRead } from '../metrics/observe'
import type { DerivedMetric, Metric, Numbers, Observation } from '../metrics/types'

type Edges = Map<string, Set<string>>

const slotOf = (metric: string, scope: string) => `${metric} ${scope}`

/** The metric, recording which numbers it looks at. */
const traced = (metric: DerivedMetric, edges: Edges): DerivedMetric => ({
  ...metric,
  compute(numbers, scope) {
    const seen = new Set<string>()
    edges.set(slotOf(metric.id, scope), seen)
    const tracing: Numbers = {
      chains: numbers.chains,
      of(other, at) {
        seen.add(slotOf(other, at))
        return numbers.of(other, at)
      },
      get(other, at, key) {
        seen.add(slotOf(other, at))
        return numbers.get(other, at, key)
      },
    }
    return metric.compute(tracing, scope)
  },
})

/**
 * The chains whose numbers a metric looks at, as far as those read so far show: read them and call this again until no
 * chain is added. A metric that reads a chain needs only that one.
 */
export const chainsOf = (
  metric: Metric,
  scope: ChainSlug | 'all',
  read: readonly Observation[],
): readonly ChainSlug[] => {
  const own = scope === 'all' ? [] : [scope]
  if (metric.kind === 'read') return own
  const edges: Edges = new Map()
  const known = new Set(read.map(({ chain }) => chain))
  const unread = chainSlugs
    .filter((slug) => !known.has(slug))
    .flatMap((slug) => neverRead(metrics, slug, failure('not-read')))
  const all = metrics.map((each) => (each.kind === 'derived' ? traced(each, edges) : each))
  deriveAll(all, [...read, ...unread], chainSlugs, () => undefined)
  const reached = new Set<string>()
  const visit = (slot: string) => {
    if (reached.has(slot)) return
    reached.add(slot)
    for (const next of edges.get(slot) ?? []) visit(next)
  }
  visit(slotOf(metric.id, scope))
  const needed = new Set<string>(own)
  for (const slot of reached) {
    const [id = '', at = ''] = slot.split(' ')
    if (metricById(id)?.kind === 'read' && isChainSlug(at)) needed.add(at)
  }
  return chainSlugs.filter((slug) => needed.has(slug))
}
