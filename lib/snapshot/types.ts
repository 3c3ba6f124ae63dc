import type { ChainSlug } from '../chains'
import type { Failure } from '../errors'
import type { Observation } from '../metrics/types'
import type { Finality, RecordedCall } from '../reader/types'

/** The block of one chain at which a snapshot was read. */
export type AsOf = {
  readonly chainId: number
  readonly block: bigint
  readonly hash: `0x${string}`
  /** Unix seconds, of the block. */
  readonly timestamp: number
  readonly finality: Finality
  /** How many of the chain's URLs were asked for the same calls at this block hash, and how many agreed. */
  readonly agreement: { readonly agree: number; readonly of: number }
}

/** Why a chain's numbers are not from its newest block, and since when (unix seconds). */
export type ChainFailure = Failure & { readonly since: number }

/** All numbers and calls, at one block per chain. Its id is the hash of its content, so it can never change. */
export type Snapshot = {
  readonly id: string
  readonly schema: 1
  /** Unix seconds of the newest block in it. */
  readonly time: number
  readonly asOf: Readonly<Partial<Record<ChainSlug, AsOf>>>
  readonly failures: Readonly<Partial<Record<ChainSlug, ChainFailure>>>
  readonly numbers: readonly Observation[]
  readonly calls: Readonly<Partial<Record<ChainSlug, readonly RecordedCall[]>>>
}
