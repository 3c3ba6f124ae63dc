import type { Chain, ContractKey } from '../chains'
import {
  aaveToken,
  type Position,
  psm3Shares,
  skyIssued,
  stablecoin,
  tokenBalance,
  unpriced,
  type Valuation,
  vault,
} from './define-position'

const susds: Valuation = { kind: 'ssr-oracle' }

/** A chain's own stablecoins and Sky's bridged tokens in one holder's hands. */
const bridgedIdle = (holder: ContractKey = 'ALM_PROXY'): readonly Position[] => [
  stablecoin('USDC', holder),
  skyIssued('USDS', { kind: 'dollar' }, holder),
  skyIssued('SUSDS', susds, holder),
]

/** What the layer can hold on any chain but Ethereum. */
const everything: readonly Position[] = [
  psm3Shares,
  ...bridgedIdle(),
  // Taken from the savings vault on the same chain.
  stablecoin('USDT'),
  // The proxy is also paid this vault's fee, in shares: the balance grows by more than deposits.
  vault('MORPHO_VAULT_SUSDC', 'USDC', 'Morpho'),
  tokenBalance('FLUID_SUSDS', {
    valuation: { kind: 'erc4626', vault: 'FLUID_SUSDS', asset: 'SUSDS', of: susds },
    line: 'liquidity',
    venue: 'Fluid',
    asset: 'SUSDS',
  }),
  aaveToken('ATOKEN_USDC', 'USDC'),
  unpriced('MORPHO_TOKEN'),
  ...bridgedIdle('ALM_PROXY_FREEZABLE'),
  stablecoin('USDT', 'ALM_PROXY_FREEZABLE'),
]

const tokenOf = ({ amount }: Position): ContractKey => (amount.kind === 'balance' ? amount.token : 'PSM3')

/** What the layer can hold on a chain: what its file names, in the hands that it names. */
export const layerTwoPositions = ({ contracts }: Pick<Chain, 'contracts'>): readonly Position[] =>
  everything.filter(
    (position) => contracts[position.holder] !== undefined && contracts[tokenOf(position)] !== undefined,
  )
