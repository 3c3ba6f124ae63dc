import type { ChainSlug } from '../chains'
import { failure } from '../errors'
import { deriveAll } from '../metrics/derive'
import { scopeOf } from '../metrics/number-id'
import { neverRead } from '../metrics/observe'
import type { Metric, Observation } from '../metrics/types'

/** What is known of a chain at one instant. */
export type ChainAtInstant =
  | { readonly kind: 'known'; readonly nums: readonly Observation[] }
  /** The chain's first block is later. */
  | { readonly kind: 'not-begun' }
  /** All tries to read it failed. */
  | { readonly kind: 'unreadable' }
  /** Not asked for, or its block is not final yet: it may be read later. */
  | { readonly kind: 'waiting' }

const unknownObservations = (
  metrics: readonly Metric[],
  chain: ChainSlug,
  kind: ChainAtInstant['kind'],
): readonly Observation[] => {
  if (kind !== 'not-begun') return neverRead(metrics, chain, failure('not-read'))
  const why = failure('not-deployed')
  return neverRead(metrics, chain, why).map((num) => ({ ...num, status: 'absent' as const }))
}

/** Whether a number depends, directly or not, on one of these chains; what a sum leaves out is among its inputs. */
const dependsOn = (byId: ReadonlyMap<string, Observation>, chains: ReadonlySet<string>) => {
  const seen = new Map<string, boolean>()
  const visit = (id: string): boolean => {
    const known = seen.get(id)
    if (known !== undefined) return known
    seen.set(id, false)
    const found = chains.has(scopeOf(id) ?? '') || (byId.get(id)?.inputs ?? []).some(visit)
    seen.set(id, found)
    return found
  }
  return visit
}

/**
 * The derived numbers of one instant, as history stores them. With a chain missing, every number that depends on it, and no
 * other, is `failed` without a value: a stored point does not tell its parts, so a partial sum would be taken for the total.
 * While the chain may still be read, such numbers are left out, as are all over several chains.
 */
export const deriveInstant = (
  metrics: readonly Metric[],
  chains: ReadonlyMap<ChainSlug, ChainAtInstant>,
  report: (error: unknown) => void,
): readonly Observation[] => {
  const slugs = [...chains.keys()]
  const kindOf = (slug: ChainSlug) => chains.get(slug)?.kind
  const missing = new Set<string>(slugs.filter((slug) => /^(unreadable|waiting)$/.test(kindOf(slug) ?? '')))
  const waiting = slugs.some((slug) => kindOf(slug) === 'waiting')
  const read = [...chains].flatMap(([slug, at]) =>
    at.kind === 'known' ? at.nums : unknownObservations(metrics, slug, at.kind),
  )
  const derived = deriveAll(metrics, read, slugs, report)
  const stored = derived.filter(({ chain }) => chain === 'all' || kindOf(chain) === 'known')
  if (missing.size === 0) return stored
  const isMissing = dependsOn(new Map(derived.map((num) => [num.id, num])), missing)
  if (waiting) return stored.filter((num) => num.chain !== 'all' && !isMissing(num.id))
  return stored.map((num) => (isMissing(num.id) ? { ...num, status: 'failed' as const, value: null } : num))
}
