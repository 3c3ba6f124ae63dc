import { chains, type Network, type SparkChain } from '../chains'
import { DAY, HOUR, MINUTE } from '../format/time'
import type { AsOf, ChainFailure, Snapshot } from './types'

/** By what ages are judged: the clock on the wall, and the pace of the network. */
export type Clock = {
  readonly network: Network
  /** Unix seconds. */
  readonly now: number
}

/** How one chain of a snapshot stands now. `late`: read without failure when it was read last, yet its block is old by now. */
export type ChainFreshness = {
  readonly chain: SparkChain
  readonly asOf: AsOf | null
  readonly failure: ChainFailure | null
  readonly state: 'fresh' | 'late' | 'stale' | 'unread'
  /** Seconds since its block. */
  readonly age: number | null
  /** Seconds behind the newest block of all chains in the snapshot. */
  readonly behind: number | null
  /** Unix seconds at which the block is too old to be called fresh. */
  readonly freshUntil: number | null
}

/** Blocks after which a head is old, and a time that polls and answers kept for a moment take on any chain. */
const oldBlocks = 25
const oldAtLeast = 3 * MINUTE

/**
 * Seconds after which a block is old, by the chain's own pace: final blocks come a quarter of an hour behind the head on
 * some chains; the local network has a block a day, at midnight.
 */
export const oldAfter = (
  { blockTime }: Pick<SparkChain, 'blockTime'>,
  { finality }: Pick<AsOf, 'finality'>,
  network: Network,
): number => {
  if (network === 'embedded') return DAY + HOUR
  return finality === 'latest' ? Math.max(oldAtLeast, oldBlocks * blockTime) : HOUR
}

const freshness = (chain: SparkChain, snapshot: Snapshot | null, { network, now }: Clock): ChainFreshness => {
  const asOf = snapshot?.asOf[chain.slug] ?? null
  const failure = snapshot?.failures[chain.slug] ?? null
  if (!snapshot || !asOf)
    return { chain, asOf: null, failure, state: 'unread', age: null, behind: null, freshUntil: null }
  const freshUntil = asOf.timestamp + oldAfter(chain, asOf, network)
  const state = failure ? 'stale' : now > freshUntil ? 'late' : 'fresh'
  const age = Math.max(0, now - asOf.timestamp)
  return { chain, asOf, failure, state, age, behind: snapshot.time - asOf.timestamp, freshUntil }
}

/** Every chain, in the fixed order, whether or not they could be read. */
export const freshnessOf = (snapshot: Snapshot | null, clock: Clock): readonly ChainFreshness[] =>
  chains.map((chain) => freshness(chain, snapshot, clock))

/** What a line says of all chains together. */
export type FreshnessSummary = {
  readonly fresh: number
  readonly of: number
  /** Seconds since the oldest of their blocks; null where none was read. */
  readonly age: number | null
  /** Unix seconds from which on fewer are fresh; null where none is. */
  readonly until: number | null
}

export const freshnessSummary = (all: readonly ChainFreshness[]): FreshnessSummary => {
  const fresh = all.filter(({ state }) => state === 'fresh')
  const ages = all.flatMap(({ age }) => age ?? [])
  const ends = fresh.flatMap(({ freshUntil }) => freshUntil ?? [])
  return {
    fresh: fresh.length,
    of: all.length,
    age: ages.length === 0 ? null : Math.max(...ages),
    until: ends.length === 0 ? null : Math.min(...ends),
  }
}
