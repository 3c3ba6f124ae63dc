import { type ChainSlug, chainSlugs } from '../chains'
import type { Snapshot } from '../snapshot/types'

/**
 * Chains that a snapshot has no observations of yet. A chain that was tried and failed has: its numbers are `failed` with
 * the reason, and one dead chain must not keep the others from being served. Where no chain could be read, all are
 * waited for, as there is nothing to serve.
 */
export const chainsWaiting = (snapshot: Snapshot | null): readonly ChainSlug[] => {
  if (snapshot === null || Object.keys(snapshot.asOf).length === 0) return chainSlugs
  const observed = new Set(snapshot.numbers.filter(({ code }) => code !== 'not-read').map(({ chain }) => chain))
  return chainSlugs.filter((slug) => !observed.has(slug))
}
