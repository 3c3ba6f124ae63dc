import { lineOf, numberId } from '../metrics/number-id'
import type { Observation, Scope } from '../metrics/types'
import type { Snapshot } from '../snapshot/types'

export type { Class, Observation, Scope, Unit } from '../metrics/types'
export type { Snapshot } from '../snapshot/types'

/** One contract call as it happened. */
export type RecordedCall = NonNullable<Snapshot['calls']['ethereum']>[number]

/** Whether any chain was read: where none was, a snapshot has no block and no time, and there is nothing to show. */
export const hasRead = ({ time }: Snapshot): boolean => time > 0

/** Whether a snapshot holds the number: only then it has a page of its own to link to. */
export const isHeld = ({ methodVersion }: Observation): boolean => methodVersion > 0

/** The numbers of one snapshot, found by id, by metric and chain. */
export type NumberIndex = {
  readonly snapshot: Snapshot
  byId(id: string): Observation | undefined
  /** Never undefined: what the snapshot does not hold comes back as a number that says so, so that pages show it as unknown. */
  get(metric: string, chain: Scope, key: string): Observation
  has(metric: string, chain: Scope, key: string): boolean
  /** All of a metric, in snapshot order: on one chain (or `all`), or everywhere. */
  of(metric: string, chain?: Scope): readonly Observation[]
  /** All of a line, e.g. `lend`. */
  line(line: string): readonly Observation[]
}

const notHeld = (metric: string, chain: Scope, key: string): Observation => ({
  id: numberId(metric, chain, key),
  metric,
  chain,
  key,
  status: 'absent',
  value: null,
  unit: 'count',
  class: 'onchain',
  methodVersion: 0,
  code: 'not-read',
})

const group = (
  numbers: readonly Observation[],
  nameOf: (num: Observation) => string,
): ReadonlyMap<string, readonly Observation[]> => {
  const groups = new Map<string, Observation[]>()
  for (const num of numbers) {
    const name = nameOf(num)
    const held = groups.get(name)
    if (held) held.push(num)
    else groups.set(name, [num])
  }
  return groups
}

const build = (snapshot: Snapshot): NumberIndex => {
  const ids = new Map(snapshot.numbers.map((num) => [num.id, num]))
  const byMetric = group(snapshot.numbers, (num) => num.metric)
  const byScope = group(snapshot.numbers, (num) => `${num.metric}:${num.chain}`)
  const byLine = group(snapshot.numbers, (num) => lineOf(num.metric))
  return {
    snapshot,
    byId: (id) => ids.get(id),
    get: (metric, chain, key) => ids.get(numberId(metric, chain, key)) ?? notHeld(metric, chain, key),
    has: (metric, chain, key) => ids.has(numberId(metric, chain, key)),
    of: (metric, chain) => (chain === undefined ? byMetric.get(metric) : byScope.get(`${metric}:${chain}`)) ?? [],
    line: (line) => byLine.get(line) ?? [],
  }
}

const built = new WeakMap<Snapshot, NumberIndex>()

/** The index of a snapshot, built once for it however many pages ask. */
export const numbersOf = (snapshot: Snapshot): NumberIndex => {
  const held = built.get(snapshot) ?? build(snapshot)
  built.set(snapshot, held)
  return held
}
