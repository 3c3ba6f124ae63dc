import type { ChainSlug } from '../../chains'
import { chainBySlug, chainsWith, tokenLabel } from '../../chains'
import { AbsentError } from '../../errors'
import { layerChains, type Position, positionOf, positions } from '../../positions'
import { firstVersion } from '../define'

const positionKeys = (chain: ChainSlug): readonly string[] => positions[chain].map(({ key }) => key)

/** The position behind a key. @throws AbsentError when the chain's list has none. */
export const positionFor = (chain: ChainSlug, key: string): Position => {
  const found = positionOf(chain, key)
  if (found === undefined) throw new AbsentError('not-deployed', 'The layer cannot hold this.')
  return found
}

/** A label for people: the token's symbol, with what it waits for and another holder behind it as in the key. */
export const positionLabel = (chain: ChainSlug, key: string): string => {
  const [, token = key, rest = ''] = /^([^.@]+)(.*)$/.exec(key) ?? []
  return `${tokenLabel(chainBySlug(chain), token)}${rest}`
}

/** What every metric of a position declares alike. */
export const ofPosition = {
  line: 'liquidity',
  class: 'onchain',
  versions: firstVersion,
  chains: layerChains,
  keys: (reader: { readonly chain: { readonly slug: ChainSlug } }) => positionKeys(reader.chain.slug),
  expects: positionKeys,
} as const

/** What every metric of a PSM3 declares alike. */
export const ofPsm3 = {
  line: 'liquidity',
  class: 'onchain',
  versions: firstVersion,
  chains: chainsWith('PSM3'),
  keys: (): readonly string[] => ['PSM3'],
  expects: (): readonly string[] => ['PSM3'],
} as const
