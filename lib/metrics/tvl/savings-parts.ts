import type { ChainSlug } from '../../chains'
import { ofProduct } from '../savings/products'
import { dollarsOf, type Terms } from '../sums'
import type { Numbers } from '../types'

/** Savings products of one kind. */
type Part = { has(chain: ChainSlug, key: string): boolean; on(chain: ChainSlug): boolean }

const part = (has: Part['has']): Part => ({
  has,
  on: (chain) => ofProduct.expects(chain).some((key) => has(chain, key)),
})

/** Promises of Sky itself: sUSDS and sDAI where they are issued, and sUSDC, which is sUSDS under another name. */
export const skyClaims = part(
  (chain, key) => key === 'SUSDC' || (chain === 'ethereum' && (key === 'SUSDS' || key === 'SDAI')),
)

/** The same promises on other chains. */
export const bridgedCopies = part((chain, key) => key === 'SXDAI' || (chain !== 'ethereum' && key === 'SUSDS'))

export const savingsDollars = (numbers: Numbers, chain: ChainSlug, which: Part): Terms =>
  dollarsOf(numbers, chain, 'savings.assets-usd', 'savings.assets', (key) => which.has(chain, key))
