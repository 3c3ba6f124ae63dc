import type { Scope } from '../../metrics/types'
import type { AlignedSeries } from './aligned-series'

/** The block each chain was read at, an entry for each instant, chains in the order of their series. */
export const blocksByChain = (series: readonly AlignedSeries[]): ReadonlyMap<Scope, readonly (string | null)[]> => {
  const found = new Map<Scope, readonly (string | null)[]>()
  for (const { spec, blocks } of series) if (blocks !== null && !found.has(spec.chain)) found.set(spec.chain, blocks)
  return found
}
