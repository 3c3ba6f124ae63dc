import type { Address } from 'viem'
import type { Chain as AnyChain, Deployment } from './define-chain'
import { chains } from './list'

export type { Deployment, Token } from './define-chain'
export { chains } from './list'
export { type Network, networks } from './network'
export { tokenLabel, tokenOf } from './tokens'

/** One of the chains, with its own names known to the compiler. */
export type SparkChain = (typeof chains)[number]
export type ChainSlug = SparkChain['slug']
export type Chain = AnyChain<ChainSlug>
/** The names of one chain, or of any of them. */
export type ContractKey<slug extends ChainSlug = ChainSlug> = {
  [chain in SparkChain as chain['slug']]: keyof chain['contracts']
}[slug]

export const chainSlugs: readonly ChainSlug[] = chains.map(({ slug }) => slug)

export const isChainSlug = (text: string): text is ChainSlug => chains.some(({ slug }) => slug === text)

export const chainBySlug = <const slug extends ChainSlug>(slug: slug): Extract<SparkChain, { slug: slug }> => {
  const found = chains.find((chain): chain is Extract<SparkChain, { slug: slug }> => chain.slug === slug)
  if (found === undefined) throw new RangeError(`No chain is called "${slug}".`)
  return found
}

export const chainById = (id: number): SparkChain | undefined => chains.find((chain) => chain.id === id)

/** Where a name stands on a chain; undefined where that chain has no such contract. */
export const deploymentOf = (chain: Chain, key: ContractKey): Deployment | undefined => chain.contracts[key]

/** The chains whose files name all of these contracts, in order: where a thing is follows from this alone. */
export const chainsWith = (...keys: readonly ContractKey[]): readonly ChainSlug[] =>
  chains.filter((chain) => keys.every((key) => deploymentOf(chain, key) !== undefined)).map(({ slug }) => slug)

/** One entry for each chain. */
export const byChain = <value>(of: (chain: SparkChain) => value): Readonly<Record<ChainSlug, value>> =>
  // safe: the keys are the slugs of all chains
  Object.fromEntries(chains.map((chain) => [chain.slug, of(chain)])) as Record<ChainSlug, value>

const names: ReadonlyMap<number, ReadonlyMap<string, string>> = new Map(
  chains.map((chain) => [
    chain.id,
    new Map(Object.entries<Deployment>(chain.contracts).map(([key, { address }]) => [address.toLowerCase(), key])),
  ]),
)

/**
 * The registry's name of an address on this chain, or null; case does not matter. There is never a choice: on one chain
 * no address has two names, which a test holds.
 */
export const contractAt = (chain: Pick<Chain, 'id'>, address: Address): ContractKey | null =>
  (names.get(chain.id)?.get(address.toLowerCase()) as ContractKey | undefined) ?? null
