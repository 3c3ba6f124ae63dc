import { byChain, type ChainSlug, chainsWith } from '../chains'
import type { Position } from './define-position'
import { ethereumPositions } from './ethereum'
import { layerTwoPositions } from './layer-two'

export type { Position, PositionLine, Valuation } from './define-position'
export { fundValuation } from './funds'

/** The chains on which the layer can hold anything: it does so in its proxy. */
export const layerChains: readonly ChainSlug[] = chainsWith('ALM_PROXY')

/** Everything the liquidity layer can hold, by chain. */
export const positions: Readonly<Record<ChainSlug, readonly Position[]>> = byChain((chain) =>
  chain.slug === 'ethereum' ? ethereumPositions : layerTwoPositions(chain),
)

export const positionOf = (chain: ChainSlug, key: string): Position | undefined =>
  positions[chain].find((position) => position.key === key)
