import type { CollectorReport } from '../collector'
import type { Snapshot } from '../snapshot/types'
import type { Store } from '../store/types'

/** Everything the routes may see of the process. Next bundles its own copy of every module, so this crosses by one global. */
export type Handover = {
  readonly network: 'live' | 'embedded'
  readonly siteUrl: string | null
  /** The newest snapshot, kept in memory: a page never waits on a node, nor on the database, for it. */
  latest(): Snapshot | null
  readonly store: Pick<
    Store,
    'engine' | 'snapshotById' | 'snapshotAt' | 'snapshotCount' | 'readSeries' | 'numbersHeld' | 'revision' | 'gaps'
  >
  collector(): CollectorReport
}

const slot = Symbol.for('sparkscope.handover')

export const setHandover = (handover: Handover) => {
  Reflect.set(globalThis, slot, handover)
}

/** Throws where no server was started (during `next build`, for one). */
export const getHandover = (): Handover => {
  const held: unknown = Reflect.get(globalThis, slot)
  if (!held) throw new Error('No server is running in this process: start it with `npm run demo` or `npm start`.')
  // safe: only setHandover writes this slot, and its parameter is a Handover
  return held as Handover
}
