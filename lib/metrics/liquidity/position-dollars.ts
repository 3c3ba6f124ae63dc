import type { ChainSlug } from '../../chains'
import { layerChains, type Position, positions } from '../../positions'
import { dollarsOf, type Terms } from '../sums'
import type { Numbers, Scope } from '../types'

/** Dollars of the layer's positions that are wanted. */
export const positionDollars = (numbers: Numbers, chain: Scope, wanted: (position: Position) => boolean): Terms => {
  const list: readonly Position[] = chain === 'all' ? [] : positions[chain]
  const keys = new Set(list.filter(wanted).map(({ key }) => key))
  return dollarsOf(numbers, chain, 'liquidity.position-usd', 'liquidity.position', (key) => keys.has(key))
}

/** Chains on which the layer can hold something that is wanted. */
export const chainsHolding = (wanted: (position: Position) => boolean): readonly ChainSlug[] =>
  layerChains.filter((chain) => positions[chain].some(wanted))
