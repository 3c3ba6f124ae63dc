import type { ChainSlug } from '../../chains'
import { type Position, positionOf } from '../../positions'

/** Where a position lies, what it is a claim on in the end, and to which part of the total it belongs. */
export type Place = Pick<Position, 'venue' | 'asset' | 'line'>

/** The place of the position behind a key; null for what the layer cannot hold. */
export const placeOf = (chain: ChainSlug, key: string): Place | null => {
  const found = positionOf(chain, key)
  return found === undefined ? null : { venue: found.venue, asset: found.asset, line: found.line }
}
