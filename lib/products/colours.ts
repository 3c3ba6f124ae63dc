import type { ChainColour } from '../chains/define-chain'

/** Names of the palette's colours: one a product line, and the quieter set of chains, reserves and venues. */
export type LineColour = 'lend' | 'savings' | 'liquidity' | 'rwa' | 'spk'
export type ProductColour = LineColour | ChainColour
