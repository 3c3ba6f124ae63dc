import type { ChainSlug, Network } from '../../chains'
import type { FailureReason } from '../../errors'
import type { Class, Scope, Status } from '../../metrics/types'

/** One value as it was read; the block and its hash and time where it belongs to one chain. */
export type ChartPoint = {
  /** Unix seconds. */
  readonly t: number
  /** Exact decimal; null where the status says that nothing is known. */
  readonly value: string | null
  readonly status: Status
  readonly block?: bigint | string | null
  readonly blockHash?: string | null
  readonly blockTime?: number | null
  readonly methodVersion?: number
  /** Of a sum over chains with some missing. */
  readonly parts?: { readonly have: number; readonly of: number }
}

/** A number over time, oldest first; it may end with the newest snapshot's own value. */
export type ChartSeries = {
  readonly id: string
  readonly class: Class
  readonly methodVersion: number
  readonly points: readonly ChartPoint[]
}

/** A stretch of a chain's history that could not be read. */
export type ChartGap = {
  readonly chain: Scope
  readonly from: number
  readonly to: number
  readonly reason: FailureReason
}

/** The block of a chain that values were read at. */
export type ReadBlock = { readonly block: string; readonly hash: string; readonly time: number | null }

/** The blocks that a chain was read at, oldest first. */
export type ChainBlocks = {
  readonly chain: ChainSlug
  readonly blocks: readonly ({ readonly t: number } & ReadBlock)[]
}

/** What a chart's state is built from. */
export type ChartData = {
  /** The network that the numbers are of; the live one where left out. */
  readonly network?: Network
  /** One for each id that `numbersNeeded` names; without points where nothing is stored. */
  readonly series: readonly ChartSeries[]
  readonly gaps: readonly ChartGap[]
  /** Of each chain that a sum over chains adds up: its own points name no block. */
  readonly blocks?: readonly ChainBlocks[]
  /** Unix seconds of the newest numbers, which end a floating range. */
  readonly asOf: number
  /** Seconds between two stored points; taken from the points where left out. */
  readonly every?: number
}
