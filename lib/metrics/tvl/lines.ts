import type { ChainSlug } from '../../chains'
import type { Position, PositionLine } from '../../positions'
import type { LineKey } from '../../products/lines'
import { firstVersion } from '../define'
import { marketChains } from '../lend/market'
import { chainsHolding } from '../liquidity/position-dollars'
import { ofVaultV2 } from '../savings/products'

/** Positions of one part of the total. */
export const inLine =
  (line: PositionLine) =>
  (position: Position): boolean =>
    position.line === line

/** The lines of the total, and the chains on which each can hold a dollar. */
export const lineChains: Readonly<Record<LineKey, readonly ChainSlug[]>> = {
  LEND: marketChains,
  SAVINGS: ofVaultV2.chains,
  LIQUIDITY: chainsHolding(inLine('liquidity')),
  RWA: chainsHolding(inLine('rwa')),
}

/** What every number of the total declares alike. */
export const ofTvl = {
  line: 'tvl',
  class: 'onchain',
  unit: 'usd',
  versions: firstVersion,
} as const
