import { aaveToken, type Position, unpriced, vault } from './define-position'
import { bridgedIdle, fluidSusds, layerTwoPositions } from './layer-two'

export const basePositions: readonly Position[] = [
  ...layerTwoPositions,
  // The proxy is also paid this vault's fee, in shares: the balance grows by more than deposits.
  vault('MORPHO_VAULT_SUSDC', 'USDC', 'Morpho'),
  fluidSusds,
  aaveToken('ATOKEN_USDC', 'USDC'),
  unpriced('MORPHO_TOKEN'),
  ...bridgedIdle('ALM_PROXY_FREEZABLE'),
]
