import type { Snapshot } from '@/lib/snapshot/types'
import type { Store } from '@/lib/store/types'

export type MemoryStore = Pick<Store, 'putSnapshot' | 'latestSnapshot' | 'holdsWriterLock' | 'tryWriterLock'> & {
  readonly stored: Snapshot[]
  /** Whether this process holds the right to write, and whether it is free to be taken. */
  writer: boolean
  free: boolean
  /** Thrown instead of storing. */
  failure: Error | null
}

/** What a collector needs of a store, in memory. */
export const memoryStore = (stored: Snapshot[] = []): MemoryStore => {
  const store: MemoryStore = {
    stored,
    writer: false,
    free: true,
    failure: null,
    async putSnapshot(snapshot) {
      if (store.failure) throw store.failure
      if (!stored.some(({ id }) => id === snapshot.id)) stored.push(snapshot)
    },
    latestSnapshot: async () => stored.at(-1) ?? null,
    holdsWriterLock: () => store.writer,
    async tryWriterLock() {
      store.writer ||= store.free
      return store.writer
    },
  }
  return store
}
