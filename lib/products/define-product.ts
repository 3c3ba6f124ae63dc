import type { ContractKey } from '../chains'
import type { Words } from '../format/locale'
import type { Colour } from './colours'
import type { LineKey } from './lines'

/**
 * How a product says its rate and its worth: sUSDS itself, sDAI by the Pot, Savings xDAI by its adapter, sUSDC by the sUSDS it
 * holds, a Vault V2 by itself; on other chains bridged sUSDS and sUSDC by the SSR oracle.
 */
export type ProductKind = 'susds' | 'sdai' | 'sxdai' | 'susdc' | 'bridged-susds' | 'bridged-susdc' | 'vault-v2'

/**
 * What a holder has a claim on: Sky itself; the same promise carried to another chain, where it is counted at home; or a
 * vault's own deposits, which are the only ones that the total counts.
 */
export type Claim = 'sky' | 'bridged' | 'vault'

/** A way in which a product stands on a chain: there, where the chain's file names `with` besides the token. */
export type Form = {
  readonly kind: ProductKind
  readonly claim: Claim
  readonly asset: ContractKey
  readonly with: readonly ContractKey[]
}

export type Product = {
  /** Of its numbers, permanent. */
  readonly key: string
  readonly line: LineKey
  /** `short` for tables beside a chain's name; `long` where it stands alone. */
  readonly name: { readonly short: Words; readonly long: Words }
  readonly colour: Colour
  /** Its place among series and their colours, the most important first. */
  readonly rank: number
  /** The share token's name in the chain files. */
  readonly token: ContractKey
  readonly forms: readonly [Form, ...Form[]]
}

export const defineProduct = (product: Product): Product => product

/** A Spark Vault V2: what is the same of all of them. */
export const vaultForm = (asset: ContractKey): Form => ({ kind: 'vault-v2', claim: 'vault', asset, with: [asset] })
