import { HOUR } from '../format/time'
import type { Fixed } from '../math/fixed'
import type { Snapshot } from '../snapshot/types'
import { type ChangesById, changeOf, isNear, nearestValue, spans, toleranceOf } from './change'
import { numbersOf } from './number-index'

/** What of the store a comparison reads. */
export type PastValues = {
  readSeries(
    id: string,
    from: number,
    to: number,
    every: number,
  ): Promise<readonly { readonly t: number; readonly value: string | null }[]>
  snapshotAt(time: number): Promise<Snapshot | null>
}

/** Until every change is known the past may still be being filled: looked at again after so many milliseconds. */
const retryMs = 10_000

type Cached = { readonly changes: Promise<ChangesById>; readonly at: number; complete: boolean }

/** The value of each number at a time before; null where nothing near enough is stored. */
const valuesAt = async (
  store: PastValues,
  ids: readonly string[],
  asked: number,
  span: number,
): Promise<ReadonlyMap<string, Fixed | null>> => {
  const reach = toleranceOf(span)
  const series = await Promise.all(ids.map((id) => store.readSeries(id, asked - reach, asked + reach, HOUR)))
  const values = new Map(ids.map((id, i) => [id, nearestValue(series[i] ?? [], asked, span)]))
  if (![...values.values()].includes(null)) return values
  const before = await store.snapshotAt(asked)
  if (!before || !isNear(asked, before.time, span)) return values
  const then = numbersOf(before)
  return new Map(ids.map((id) => [id, values.get(id) ?? then.byId(id)?.value ?? null]))
}

const compare = async (store: PastValues, ids: readonly string[], snapshot: Snapshot): Promise<ChangesById> => {
  const earlier = await Promise.all(
    spans.map(async ({ name, seconds }) => ({
      name,
      values: await valuesAt(store, ids, snapshot.time - seconds, seconds),
    })),
  )
  const now = numbersOf(snapshot)
  return Object.fromEntries(
    ids.map((id) => {
      const number = now.byId(id)
      const changes = earlier.map(({ name, values }) => ({
        span: name,
        by: number ? changeOf(number.unit, number.value, values.get(id) ?? null) : null,
      }))
      return [id, changes]
    }),
  )
}

/**
 * How some numbers moved against a day, a week and a month before a snapshot's time: against the nearest stored
 * instant, else the stored snapshot nearest before, within an eighth of the span. Worked out once a snapshot.
 */
export const createChangeReader = (ids: readonly string[]) => {
  const cache = new WeakMap<Snapshot, Cached>()
  const isComplete = (changes: ChangesById) => ids.every((id) => changes[id]?.every(({ by }) => by !== null))
  return (store: PastValues, snapshot: Snapshot): Promise<ChangesById> => {
    const now = performance.now()
    const cached = cache.get(snapshot)
    if (cached && (cached.complete || now - cached.at < retryMs)) return cached.changes
    // A store that cannot be asked just now costs the page its history, nothing else.
    const next: Cached = { changes: compare(store, ids, snapshot).catch(() => ({})), at: now, complete: false }
    cache.set(snapshot, next)
    return next.changes.then((changes) => {
      next.complete = isComplete(changes)
      return changes
    })
  }
}
