import type { Address, Hex } from 'viem'
import type { ContractKey } from '../chains'

/** The part of the total a holding belongs to: each holding is in exactly one, so that no dollar is in two. */
export type PositionLine =
  /** Lent out in SparkLend: that market's own figures hold it already. */
  | 'sparklend'
  | 'liquidity'
  /** Tokenised treasuries, and what is on its way into or out of them. */
  | 'rwa'
  /** USDS, DAI, sUSDS and sDAI in the layer's own hands: Sky's promise, not an outside asset. */
  | 'sky'
  /** Shares of a PSM3, whose USDC is counted instead. */
  | 'psm'
  /** Sent to an exchange and not yet claimed back: no contract holds it. */
  | 'outstanding'

/** How the amount is read. Closed: a new way to hold something is a new kind here and a branch in `readAmount`. */
export type Amount =
  /** `balanceOf(holder)`. Tokens of SparkLend and Aave grow by themselves. */
  | { readonly kind: 'balance'; readonly token: ContractKey }
  /** `balanceOf(holder)` of a farm, which has no decimals of its own: in the asset staked there. */
  | { readonly kind: 'farm'; readonly farm: ContractKey; readonly asset: ContractKey }
  /** The chain's own coin. */
  | { readonly kind: 'ether' }
  | { readonly kind: 'psm3-shares' }
  /** USDe out of `staked` and waiting; in USDe. */
  | { readonly kind: 'cooldown'; readonly staked: ContractKey; readonly asset: ContractKey }
  /** Shares in a Maple pool's redemption queue; `queue` is where it was last known to be: the pool says where it is. */
  | { readonly kind: 'syrup-queue'; readonly pool: ContractKey; readonly queue: Address }
  /** Requests in Lido's exit queue, unclaimed; in stETH. */
  | { readonly kind: 'lido-queue'; readonly asset: ContractKey }
  /** Under way in an asynchronous vault; deposits and withdrawals in the asset, mints and redemptions in shares. */
  | {
      readonly kind: 'erc7540'
      readonly token: ContractKey
      readonly asset: ContractKey
      /** Those known; the token may name another by now. */
      readonly vaults: readonly ContractKey[]
      readonly state: Erc7540State
      readonly unit: ContractKey
    }
  /** What an exchange has been sent and not yet returned, in dollars. */
  | {
      readonly kind: 'otc'
      readonly exchange: ContractKey
      /** All that have counted what is sent and claimed: the one in force, and those it has replaced. */
      readonly controllers: readonly ContractKey[]
      /** Where the exchange returns to, and the tokens that are counted there already. */
      readonly buffer: ContractKey
      readonly returned: readonly ContractKey[]
    }

/** A claimable deposit is the same money as `maxMint`, a claimable redemption as `maxWithdraw`: one of each is read. */
export type Erc7540State =
  | 'pendingDepositRequest'
  | 'maxMint'
  | 'claimableCancelDepositRequest'
  | 'pendingRedeemRequest'
  | 'maxWithdraw'
  | 'claimableCancelRedeemRequest'

/** What one unit of the amount is worth in dollars. Closed, and nested where a claim is on a claim. */
export type Valuation =
  /** A stablecoin, or a claim on one, one for one: 1 by convention. */
  | { readonly kind: 'dollar' }
  /** A fund whose terms hold a share at 1 dollar; nothing on-chain says so. */
  | { readonly kind: 'fund-dollar' }
  /** SparkLend's oracle. */
  | { readonly kind: 'oracle'; readonly asset: ContractKey }
  /** `convertToAssets`, times what the asset is worth. */
  | { readonly kind: 'erc4626'; readonly vault: ContractKey; readonly asset: ContractKey; readonly of: Valuation }
  /** Maple's `convertToExitAssets`: what a holder would get, unrealised losses taken off. */
  | { readonly kind: 'maple'; readonly pool: ContractKey; readonly asset: ContractKey; readonly of: Valuation }
  /** A share of the pool's balances, each coin at its own worth. */
  | { readonly kind: 'curve'; readonly pool: ContractKey; readonly coins: readonly Coin[] }
  | { readonly kind: 'psm3' }
  /** Bridged sUSDS, at the rate last bridged. */
  | { readonly kind: 'ssr-oracle' }
  /** The fund's NAV as its issuer's oracle reports it; `feed` where the token names none. */
  | { readonly kind: 'superstate'; readonly token: ContractKey; readonly feed?: ContractKey }
  /** The fund's NAV as its vault for `asset` reports it; the first of those known where the token names none. */
  | {
      readonly kind: 'centrifuge'
      readonly token: ContractKey
      readonly asset: ContractKey
      readonly vaults?: readonly ContractKey[]
      /** Where the share's price was last known to be kept: asked at once, and believed only when its vault says the same. */
      readonly shareClass: { readonly spoke: ContractKey; readonly pool: bigint; readonly id: Hex }
    }
  /** No contract we trust gives a price. */
  | { readonly kind: 'none' }

export type Coin = { readonly token: ContractKey; readonly valuation: Valuation }

/** Where the money lies. */
export type Venue =
  | 'Aave'
  | 'Arkis'
  | 'Binance'
  | 'Centrifuge'
  | 'Curve'
  | 'Ethena'
  | 'Fluid'
  | 'Idle'
  | 'Lido'
  | 'Maple'
  | 'Morpho'
  | 'PSM3'
  | 'Rewards'
  | 'Securitize'
  | 'Sky'
  | 'SparkLend'
  | 'Superstate'

/** One thing the liquidity layer can hold on one chain. */
export type Position = {
  /** The number's key: the registry's name of the token, what it waits for behind a dot, another holder behind an @. */
  readonly key: string
  readonly holder: ContractKey
  readonly amount: Amount
  readonly valuation: Valuation
  readonly line: PositionLine
  readonly venue: Venue
  /** What it is a claim on in the end: a registry name, or ETH. */
  readonly asset: ContractKey | 'ETH'
}

const dollar: Valuation = { kind: 'dollar' }

type Place = Pick<Position, 'valuation' | 'line' | 'venue' | 'asset'> & { readonly holder?: ContractKey }

const keyAt = (key: string, holder: ContractKey) => (holder === 'ALM_PROXY' ? key : `${key}@${holder}`)

/** A balance of a token. */
export const tokenBalance = (token: ContractKey, { holder = 'ALM_PROXY', ...place }: Place): Position => ({
  key: keyAt(token, holder),
  holder,
  amount: { kind: 'balance', token },
  ...place,
})

/** Anything that is not a balance; `key` in full. */
export const pending = (key: string, amount: Amount, { holder = 'ALM_PROXY', ...place }: Place): Position => ({
  key,
  holder,
  amount,
  ...place,
})

export const stablecoin = (token: ContractKey, holder: ContractKey = 'ALM_PROXY'): Position =>
  tokenBalance(token, { holder, valuation: dollar, line: 'liquidity', venue: 'Idle', asset: token })

/** A token Sky issues, in the layer's own hands. */
export const skyIssued = (token: ContractKey, valuation: Valuation, holder: ContractKey = 'ALM_PROXY'): Position =>
  tokenBalance(token, { holder, valuation, line: 'sky', venue: 'Idle', asset: token })

/** A token of Aave on a stablecoin. */
export const aaveToken = (token: ContractKey, asset: ContractKey): Position =>
  tokenBalance(token, { valuation: dollar, line: 'liquidity', venue: 'Aave', asset })

/** Shares of a vault on a stablecoin. */
export const vault = (token: ContractKey, asset: ContractKey, venue: Venue): Position =>
  tokenBalance(token, {
    valuation: { kind: 'erc4626', vault: token, asset, of: dollar },
    line: 'liquidity',
    venue,
    asset,
  })

/** A reward, or another token that nothing we trust prices. */
export const unpriced = (token: ContractKey): Position =>
  tokenBalance(token, { valuation: { kind: 'none' }, line: 'liquidity', venue: 'Rewards', asset: token })

/** The layer's share of a PSM3. */
export const psm3Shares: Position = {
  key: 'PSM3',
  holder: 'ALM_PROXY',
  amount: { kind: 'psm3-shares' },
  valuation: { kind: 'psm3' },
  line: 'psm',
  venue: 'PSM3',
  asset: 'USDC',
}
