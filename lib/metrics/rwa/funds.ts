import { type Chain, type ChainSlug, chainBySlug, chainSlugs } from '../../chains'
import { AbsentError } from '../../errors'
import { type Position, positions } from '../../positions'
import { type FundKey, fundKeys, isFundKey, treasuryFundKeys } from '../../products/funds'
import { firstVersion } from '../define'

/** The funds whose tokens a chain's file names. */
export const fundsOn = (chain: ChainSlug): readonly FundKey[] => {
  const { contracts }: Chain = chainBySlug(chain)
  return fundKeys.filter((fund) => contracts[fund] !== undefined)
}

export const fundChains = chainSlugs.filter((chain) => fundsOn(chain).length > 0)

/** The fund a position belongs to: the name its key begins with. */
export const fundOf = ({ key }: Pick<Position, 'key'>): string => key.split(/[.@]/)[0] ?? key

/** Chains on which the layer can hold a fund. */
export const heldChains = chainSlugs.filter((chain) => positions[chain].some((position) => isFundKey(fundOf(position))))

/** Both share classes of BlackRock's fund, and all treasury funds: what people mean by its size, and by the market's. */
const groups: Readonly<Record<string, readonly FundKey[]>> = {
  BUIDL_FUND: ['BUIDL', 'BUIDLI'],
  TOTAL: treasuryFundKeys,
}

export type Group = { readonly key: string; readonly has: (fund: string) => boolean }

/** The groups that some of these funds belong to. */
export const groupsOf = (present: readonly string[]): readonly Group[] =>
  Object.entries(groups)
    .map(([key, members]) => ({ key, has: (fund: string) => members.some((member) => member === fund) }))
    .filter(({ has }) => present.some(has))

/** Every key of a fund's sums, with the chains that count in it. */
export const sumKeys = (chains: readonly ChainSlug[]): readonly { key: string; chains: readonly ChainSlug[] }[] => {
  const keysOn = (chain: ChainSlug) => [...fundsOn(chain), ...groupsOf(fundsOn(chain)).map(({ key }) => key)]
  const keys = [...new Set(chains.flatMap(keysOn))]
  return keys.map((key) => ({ key, chains: chains.filter((chain) => keysOn(chain).includes(key)) }))
}

/** @throws AbsentError for what is no fund. */
export const fundFor = (key: string): FundKey => {
  if (!isFundKey(key)) throw new AbsentError('not-deployed')
  return key
}

/** What every metric of a fund declares alike. */
export const ofFund = {
  line: 'rwa',
  versions: firstVersion,
  chains: fundChains,
  keys: (reader: { readonly chain: { readonly slug: ChainSlug } }) => fundsOn(reader.chain.slug),
  expects: fundsOn,
} as const

/** What every number derived from a fund's others declares alike. */
export const derivedOfFund = {
  line: 'rwa',
  class: 'issuer',
  versions: firstVersion,
} as const
