import type { ContractKey } from '../chains'
import { held, type Position, psm3Shares, skyIssued, stablecoin, type Worth } from './define-position'

const susds: Worth = { kind: 'ssr-oracle' }

/** What the layer holds of a chain's own stablecoins and of Sky's bridged tokens. */
export const bridgedIdle = (holder: ContractKey = 'ALM_PROXY'): readonly Position[] => [
  stablecoin('USDC', holder),
  skyIssued('USDS', { kind: 'dollar' }, holder),
  skyIssued('SUSDS', susds, holder),
]

/** What every one of Base, Arbitrum, Optimism and Unichain has. */
export const layerTwoPositions: readonly Position[] = [psm3Shares, ...bridgedIdle()]

export const fluidSusds: Position = held('FLUID_SUSDS', {
  worth: { kind: 'erc4626', vault: 'FLUID_SUSDS', asset: 'SUSDS', of: susds },
  line: 'liquidity',
  venue: 'Fluid',
  asset: 'SUSDS',
})
