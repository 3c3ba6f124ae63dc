import type { ChainSlug } from '../chains'
import type { Metric, Observation } from '../metrics/types'
import type { Header } from '../reader/block-at'
import type { Store } from '../store/types'
import { type ChainAtInstant, deriveInstant } from './derive-instant'
import { infosOf, observationOfPoint, pointsOf } from './points'

export type Outcome =
  | { readonly kind: 'read'; readonly block: Header; readonly nums: readonly Observation[] }
  | Exclude<ChainAtInstant, { readonly kind: 'known' }>

/**
 * Stores each chain's part of an instant as soon as it is read, and the derived numbers in one write with the last
 * chain's part: an instant that is stored for every chain is complete, even if the process is killed at any moment.
 */
export type InstantCoordinator = {
  record(chain: ChainSlug, t: number, outcome: Outcome): Promise<void>
  /** Waits until at most `ahead` instants lie between `t` and the newest one that another chain has yet to record. */
  waitForOthers(t: number, ahead: number): Promise<void>
  /** A chain will record no more, whether it is done or failed: the others need not wait for it. */
  finish(chain: ChainSlug): void
}

export type InstantCoordinatorOptions = {
  readonly universe: readonly ChainSlug[]
  readonly asked: readonly ChainSlug[]
  readonly metrics: readonly Metric[]
  readonly store: Pick<Store, 'putPoints' | 'pointsAt'>
  readonly report: (error: unknown) => void
  /** Newest first. */
  readonly instants: readonly number[]
  isStored(chain: ChainSlug, t: number): boolean
  readonly again: boolean
}

type PendingInstant = { readonly missing: Set<ChainSlug>; readonly outcomes: Map<ChainSlug, Outcome> }

export const createInstantCoordinator = (options: InstantCoordinatorOptions): InstantCoordinator => {
  const { universe, asked, metrics, store, report, instants, isStored, again } = options
  const indexOf = new Map(instants.map((t, index) => [t, index]))
  const pending = new Map<number, PendingInstant>()
  for (const t of instants) {
    const missing = new Set(asked.filter((slug) => again || !isStored(slug, t)))
    if (missing.size > 0) pending.set(t, { missing, outcomes: new Map() })
  }
  const finished = new Set<ChainSlug>()
  const waiters: (() => void)[] = []
  const wakeAll = () => {
    for (const resolve of waiters.splice(0)) resolve()
  }

  const chainAt = async (slug: ChainSlug, t: number, instant: PendingInstant): Promise<ChainAtInstant> => {
    const outcome = instant.outcomes.get(slug)
    if (outcome) return outcome.kind === 'read' ? { kind: 'known', nums: outcome.nums } : outcome
    if (!isStored(slug, t)) return { kind: 'waiting' }
    const known = new Set(metrics.flatMap((metric) => (metric.kind === 'read' ? [metric.id as string] : [])))
    const nums = (await store.pointsAt(slug, t))
      .flatMap((point) => observationOfPoint(point) ?? [])
      .filter(({ metric }) => known.has(metric))
    return { kind: 'known', nums }
  }

  /** The derived numbers, once every chain asked has recorded; none where nothing has changed since they were stored. */
  const derive = async (t: number, instant: PendingInstant): Promise<readonly Observation[]> => {
    const isNew = [...instant.outcomes.values()].some(({ kind }) => kind === 'read')
    if (!isNew && (await store.pointsAt('all', t)).length > 0) return []
    const chains = new Map<ChainSlug, ChainAtInstant>()
    for (const slug of universe) chains.set(slug, await chainAt(slug, t, instant))
    if (![...chains.values()].some(({ kind }) => kind === 'known')) return []
    return deriveInstant(metrics, chains, report)
  }

  return {
    async record(chain, t, outcome) {
      const instant = pending.get(t)
      if (!instant?.missing.delete(chain)) return
      instant.outcomes.set(chain, outcome)
      const derived = instant.missing.size === 0 ? await derive(t, instant) : []
      const nums = [...(outcome.kind === 'read' ? outcome.nums : []), ...derived]
      const { block } = outcome.kind === 'read' ? outcome : { block: null }
      const row = block && { chain, t, block: block.number, hash: block.hash, timestamp: block.timestamp }
      if (row || nums.length > 0) await store.putPoints(infosOf(nums), row ? [row] : [], pointsOf(nums, t))
      if (instant.missing.size === 0) {
        pending.delete(t)
        wakeAll()
      }
    },
    async waitForOthers(t, ahead) {
      const own = indexOf.get(t) ?? 0
      // Instants are pending newest first and each chain reads in that order, so the first one is the slowest chain's.
      for (;;) {
        const first = [...pending].find(([, { missing }]) => [...missing].some((slug) => !finished.has(slug)))
        if (first === undefined || own < (indexOf.get(first[0]) ?? 0) + ahead) return
        await new Promise<void>((resolve) => waiters.push(resolve))
      }
    },
    finish(chain) {
      finished.add(chain)
      wakeAll()
    },
  }
}
