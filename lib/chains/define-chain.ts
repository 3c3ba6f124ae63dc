import type { Address } from 'viem'
import type { PublicEndpoint } from './public-endpoint'

/** A contract of one chain. The same address is a different contract on another chain: never key by address alone. */
export type Deployment = {
  readonly address: Address
  /**
   * First block with code here, where known: before it the contract is absent, which is not the same as zero. It explains
   * an empty answer and never replaces a read, for a private or local node may have other heights.
   */
  readonly since?: bigint
}

export const at = (address: Address, since?: bigint): Deployment =>
  since === undefined ? { address } : { address, since }

export type Token = {
  readonly symbol: string
  readonly name?: string
  /** For labels and for checking a read against; a figure's decimals are always read from the token. */
  readonly decimals?: number
}

/** A chain's colour in charts: one of the palette's quiet set. */
export type ChainColour = `c${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`

export type Chain<slug extends string = string, key extends string = string> = {
  readonly id: number
  readonly slug: slug
  readonly name: string
  /** Short name for narrow places, e.g. "OP". */
  readonly short: string
  readonly colour: ChainColour
  /** Seconds between blocks: a first guess when searching a block by time, never an assumption. */
  readonly blockTime: number
  /** Where `block.number` inside the EVM is another chain's (Arbitrum answers L1's), ArbSys gives the chain's own. */
  readonly evmBlockNumber: 'own' | 'arbsys'
  readonly explorer: { readonly name: string; readonly url: string }
  /** Best first; `RPC_URL_<id>` overrides them. */
  readonly endpoints: readonly PublicEndpoint[]
  /** Named by the constants of sparkdotfi/spark-address-registry. */
  readonly contracts: { readonly [name in key]: Deployment }
  /** Symbols of its tokens by the same names, as far as they are known before anything is read. */
  readonly tokens: { readonly [name: string]: Token }
}

export const defineChain = <const slug extends string, const key extends string>(chain: Chain<slug, key>) => chain
