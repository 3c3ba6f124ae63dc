import type { ChainSlug } from '../../chains'
import { type Claim, productChains, productsOn } from '../../products'
import { dollarsOf, type Terms } from '../sums'
import type { Numbers } from '../types'

/** Chains with products that are a claim on one thing. */
export const claimChains = (claim: Claim): readonly ChainSlug[] => productChains((placed) => placed.claim === claim)

/** Dollars of a chain's products that are a claim on one thing. */
export const claimDollars = (numbers: Numbers, chain: ChainSlug, claim: Claim): Terms => {
  const keys = new Set(productsOn(chain).flatMap((placed) => (placed.claim === claim ? placed.key : [])))
  return dollarsOf(numbers, chain, 'savings.assets-usd', 'savings.assets', (key) => keys.has(key))
}
