import type { ChainSlug } from '../chains/define-chain'
import type { Snapshot } from '../snapshot/types'
import type { Store } from '../store/types'

/** How one URL of a chain fares; its host only, for a path or query can carry a key. */
export type EndpointStatus = {
  readonly host: string
  readonly state: 'answering' | 'resting' | 'untried'
  readonly lastFailure: { readonly code: string; readonly message: string; readonly at: number } | null
}

export type ChainStatus = {
  readonly chain: ChainSlug
  readonly endpoints: readonly EndpointStatus[]
  /** Host that gave the newest accepted block. */
  readonly answeredBy: string | null
  readonly requests: number
}

export type CollectorStatus = {
  readonly running: boolean
  /** Whether this process writes, or another over the same database does. */
  readonly writer: boolean
  readonly pollSeconds: number
  readonly lastRun: { readonly startedAt: number; readonly seconds: number; readonly requests: number } | null
  readonly refreshes: number
  readonly lastFailure: { readonly message: string; readonly at: number } | null
  readonly chains: readonly ChainStatus[]
}

/** Everything the routes may see of the process. Next bundles its own copy of every module, so this crosses by one global. */
export type Handover = {
  readonly network: 'live' | 'embedded'
  readonly siteUrl: string | null
  /** The newest snapshot, kept in memory: a page never waits on a node, nor on the database, for it. */
  latest(): Snapshot | null
  readonly store: Pick<Store, 'engine' | 'snapshotById' | 'snapshotAt' | 'snapshotCount' | 'readSeries' | 'gaps'>
  collector(): CollectorStatus
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
