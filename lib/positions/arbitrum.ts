import { aaveToken, type Position, stablecoin } from './define-position'
import { bridgedIdle, fluidSusds, layerTwoPositions } from './layer-two'

export const arbitrumPositions: readonly Position[] = [
  ...layerTwoPositions,
  // Taken from the savings vault on the same chain.
  stablecoin('USDT'),
  fluidSusds,
  aaveToken('ATOKEN_USDC', 'USDC'),
  ...bridgedIdle('ALM_PROXY_FREEZABLE'),
  stablecoin('USDT', 'ALM_PROXY_FREEZABLE'),
]
