import type { ChainSlug } from '../../chains'
import { type Position, positionOf } from '../../positions'
import { type LayerPart, partOf } from './parts'

/** Where a position lies, what it is a claim on in the end, to which part of the total it belongs, and what it is to the layer. */
export type Place = Pick<Position, 'venue' | 'asset' | 'line' | 'holder'> & { readonly part: LayerPart }

/** The place of the position behind a key; null for what the layer cannot hold. */
export const placeOf = (chain: ChainSlug, key: string): Place | null => {
  const found = positionOf(chain, key)
  if (found === undefined) return null
  const { venue, asset, line, holder } = found
  return { venue, asset, line, holder, part: partOf(found) }
}
