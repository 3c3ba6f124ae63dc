import type { Observation } from '../metrics/types'
import type { Snapshot } from './types'

const indexes = new WeakMap<Snapshot, ReadonlyMap<string, Observation>>()

/** Numbers of a snapshot by id; the index is made once a snapshot. */
export const numbersById = (snapshot: Snapshot): ReadonlyMap<string, Observation> => {
  const held = indexes.get(snapshot)
  if (held) return held
  const index = new Map(snapshot.numbers.map((num) => [num.id, num]))
  indexes.set(snapshot, index)
  return index
}
