import type { Address } from 'viem'
import { arbitrum } from './arbitrum'
import { base } from './base'
import type { Chain, ChainSlug, Deployment } from './define-chain'
import { ethereum } from './ethereum'
import { gnosis } from './gnosis'
import { optimism } from './optimism'
import { tokenOf } from './tokens'
import { unichain } from './unichain'

export type { Chain, ChainSlug, Deployment } from './define-chain'
export { type Token, tokenLabel, tokenOf } from './tokens'

/** Every chain read, in the order in which pages and sums show them. */
export const chains = [ethereum, gnosis, base, arbitrum, optimism, unichain] as const

/** One of the chains, with its own names known to the compiler. */
export type SparkChain = (typeof chains)[number]
/** The names of one chain, or of any of them. */
export type ContractKey<slug extends ChainSlug = ChainSlug> = keyof Extract<SparkChain, { slug: slug }>['contracts']

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

const names = new Map<number, ReadonlyMap<string, string>>(
  chains.map((chain) => {
    const entries = Object.entries<Deployment>(chain.contracts).map(
      ([key, at]) => [at.address.toLowerCase(), key] as const,
    )
    const isToken = ([, key]: readonly [string, string]) => tokenOf(chain, key) !== undefined
    // The last one set stays: so the later names first, and the tokens' names after all others.
    const rest = entries.filter((entry) => !isToken(entry)).reverse()
    return [chain.id, new Map([...rest, ...entries.filter(isToken).reverse()])]
  }),
)

/**
 * The registry's name of an address on this chain, or null. Where several names share one address a token's name
 * wins, then the one that the chain's file lists first. Upper or lower case in the address does not matter.
 */
export const contractAt = (chain: Pick<Chain, 'id'>, address: Address): ContractKey | null =>
  (names.get(chain.id)?.get(address.toLowerCase()) as ContractKey | undefined) ?? null
