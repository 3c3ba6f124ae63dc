import type { Snapshot } from '../snapshot/types'
import type { Moment } from './endpoints/moment'
import { Problem } from './problem'

type Snapshots = {
  latest(): Snapshot | null
  readonly store: {
    snapshotById(id: string): Promise<Snapshot | null>
    snapshotAt(time: number): Promise<Snapshot | null>
  }
}

/** The snapshot a request speaks of: the newest, or the stored one at or before a moment. Throws Problem. */
export const snapshotOf = async (from: Snapshots, moment?: Moment): Promise<Snapshot> => {
  if (moment === undefined) {
    const latest = from.latest()
    if (latest === null) throw new Problem('not-ready')
    return latest
  }
  const stored = 'id' in moment ? await from.store.snapshotById(moment.id) : await from.store.snapshotAt(moment.time)
  if (stored === null) throw new Problem('unknown-snapshot')
  return stored
}
