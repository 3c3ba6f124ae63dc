import { type ChainSlug, chainSlugs } from '../chains'
import type { Snapshot } from '../snapshot/types'

/**
 * Chains that a snapshot says nothing of yet. A chain that was tried and failed is said something of: its numbers are
 * `failed` with the reason, and one dead chain must not keep the other five from being served. Where none could be read,
 * all are waited for: there is nothing to serve yet.
 */
export const chainsWaiting = (snapshot: Snapshot | null): readonly ChainSlug[] => {
  if (snapshot === null || Object.keys(snapshot.asOf).length === 0) return chainSlugs
  const observed = new Set(snapshot.numbers.filter(({ code }) => code !== 'not-read').map(({ chain }) => chain))
  return chainSlugs.filter((slug) => !observed.has(slug))
}
