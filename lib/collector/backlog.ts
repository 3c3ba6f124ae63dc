import type { Snapshot } from '../snapshot/types'
import type { Store } from '../store/types'

type Taken = { readonly snapshot: Snapshot; readonly takenAt: number }

/** Kept in memory at most: several minutes of a database that is away. */
const most = 20

/** Snapshots that are taken and not stored yet, as the database is away: they are stored in their order once it answers. */
export const createBacklog = (store: Pick<Store, 'putSnapshot'>) => {
  const waiting: Taken[] = []
  return {
    add(snapshot: Snapshot, takenAt: number) {
      waiting.push({ snapshot, takenAt })
      if (waiting.length > most) waiting.shift()
    },
    last: (): Snapshot | null => waiting.at(-1)?.snapshot ?? null,
    async store() {
      for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
        await store.putSnapshot(next.snapshot, next.takenAt)
        waiting.shift()
      }
    },
    /** Another process has written since: what is older must not be stored behind that. */
    forget() {
      waiting.length = 0
    },
  }
}
