import type { ChainSlug } from '../chains'
import { arbitrumPositions } from './arbitrum'
import { basePositions } from './base'
import type { Position } from './define-position'
import { ethereumPositions } from './ethereum'
import { optimismPositions } from './optimism'
import { unichainPositions } from './unichain'

export type { Position, PositionLine, Worth } from './define-position'
export { type FundKey, fundWorth, isFundKey, treasuryFundKeys } from './funds'

/** Everything the liquidity layer can hold, by chain; Gnosis has no layer. */
export const positions: Readonly<Record<ChainSlug, readonly Position[]>> = {
  ethereum: ethereumPositions,
  gnosis: [],
  base: basePositions,
  arbitrum: arbitrumPositions,
  optimism: optimismPositions,
  unichain: unichainPositions,
}

export const layerChains: readonly ChainSlug[] = ['ethereum', 'base', 'arbitrum', 'optimism', 'unichain']

export const positionOf = (chain: ChainSlug, key: string): Position | undefined =>
  positions[chain].find((position) => position.key === key)
