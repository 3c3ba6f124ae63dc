import { chains, type SparkChain } from '../chains'
import type { AsOf, ChainFailure, Snapshot } from './types'

/** The freshness of one chain in a snapshot. `late`: read without failure, yet its block is old beside the newest one. */
export type ChainFreshness = {
  readonly chain: SparkChain
  readonly asOf: AsOf | null
  readonly failure: ChainFailure | null
  readonly state: 'fresh' | 'late' | 'stale' | 'unread'
  /** Seconds behind the newest block of all chains in the snapshot. */
  readonly behind: number | null
}

/** Seconds after which a block is old: final blocks are a quarter of an hour behind the head on some chains. */
const oldAfter = (asOf: Pick<AsOf, 'finality'>): number => (asOf.finality === 'latest' ? 300 : 3_600)

const freshness = (chain: SparkChain, snapshot: Snapshot | null): ChainFreshness => {
  const asOf = snapshot?.asOf[chain.slug] ?? null
  const failure = snapshot?.failures[chain.slug] ?? null
  if (!snapshot || !asOf) return { chain, asOf: null, failure, state: 'unread', behind: null }
  const behind = snapshot.time - asOf.timestamp
  const state = failure ? 'stale' : behind > oldAfter(asOf) ? 'late' : 'fresh'
  return { chain, asOf, failure, state, behind }
}

/** Every chain, in the fixed order, whether or not they could be read. */
export const freshnessOf = (snapshot: Snapshot | null): readonly ChainFreshness[] =>
  chains.map((chain) => freshness(chain, snapshot))
