import type { ChainColour } from '../chains/define-chain'

export type LineColour = 'lend' | 'savings' | 'liquidity' | 'rwa' | 'spk'

/** What a series or its words may be drawn in: a product line's, the quieter set of chains, reserves and venues, or what is apart. */
export type Colour = LineColour | ChainColour | 'ember' | 'quiet' | 'ink'
