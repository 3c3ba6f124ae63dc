import type { ChainSlug } from '../chains'
import type { Store } from '../store/types'

/** What history needs of the store. */
export type HistoryStore = Pick<Store, 'putPoints' | 'pointsAt' | 'storedInstants' | 'putGap'>

/** How far the fill of one chain is. */
export type ChainProgress = {
  readonly chain: ChainSlug
  /** Instants asked for. */
  readonly asked: number
  /** Stored before this run. */
  readonly stored: number
  /** Read and stored by this run. */
  readonly read: number
  /** From before the chain's first block. */
  readonly notBegun: number
  /** Whose block is not final yet. */
  readonly notFinal: number
  readonly failed: number
  /** Why the last one failed. */
  readonly reason: string | null
}

export type FillOptions = {
  /** Multiples of 3 600, newest first. */
  readonly instants: readonly number[]
  /** Once aborted no reading begins; those that run are finished and stored. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ChainProgress) => void
  /** Awaited before each reading, so that a background fill leaves the process time for requests. */
  readonly throttle?: () => Promise<void>
  /** Reads what is stored, too: for numbers that are newer than their history. */
  readonly again?: boolean
}
