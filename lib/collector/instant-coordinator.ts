import type { ChainSlug } from '../chains'
import type { Metric, Observation } from '../metrics/types'
import type { Header } from '../reader/block-at'
import type { Store } from '../store/types'
import { type ChainAtInstant, deriveInstant } from './derive-instant'
import { infosOf, numOfPoint, pointsOf } from './points'

export type Outcome =
  | { readonly kind: 'read'; readonly block: Header; readonly nums: readonly Observation[] }
  | Exclude<ChainAtInstant, { readonly kind: 'known' }>

/**
 * Stores what each chain says of each instant as soon as it has said it, and the derived numbers together with the last
 * chain's: an instant of which every chain is held lacks nothing, at whatever moment the process dies.
 */
export type InstantBook = {
  settle(chain: ChainSlug, t: number, outcome: Outcome): Promise<void>
  /** Waits while `t` is so many instants ahead of the newest that another chain has yet to speak of. */
  near(t: number, ahead: number): Promise<void>
  /** A chain will say no more, be it done or broken off: nobody waits for it. */
  leave(chain: ChainSlug): void
}

export type InstantBookOptions = {
  readonly universe: readonly ChainSlug[]
  readonly asked: readonly ChainSlug[]
  readonly metrics: readonly Metric[]
  readonly store: Pick<Store, 'putPoints' | 'pointsAt'>
  readonly report: (error: unknown) => void
  /** Newest first. */
  readonly instants: readonly number[]
  isHeld(chain: ChainSlug, t: number): boolean
  readonly again: boolean
}

type Page = { readonly waitingFor: Set<ChainSlug>; readonly outcomes: Map<ChainSlug, Outcome> }

export const createInstantBook = (options: InstantBookOptions): InstantBook => {
  const { universe, asked, metrics, store, report, instants, isHeld, again } = options
  const place = new Map(instants.map((t, index) => [t, index]))
  const pages = new Map<number, Page>()
  for (const t of instants) {
    const waitingFor = new Set(asked.filter((slug) => again || !isHeld(slug, t)))
    if (waitingFor.size > 0) pages.set(t, { waitingFor, outcomes: new Map() })
  }
  const gone = new Set<ChainSlug>()
  const woken: (() => void)[] = []
  const wake = () => {
    for (const go of woken.splice(0)) go()
  }

  const atInstant = async (slug: ChainSlug, t: number, page: Page): Promise<ChainAtInstant> => {
    const outcome = page.outcomes.get(slug)
    if (outcome) return outcome.kind === 'read' ? { kind: 'known', nums: outcome.nums } : outcome
    if (!isHeld(slug, t)) return { kind: 'waiting' }
    const known = new Set(metrics.flatMap((metric) => (metric.kind === 'read' ? [metric.id as string] : [])))
    const nums = (await store.pointsAt(slug, t))
      .flatMap((point) => numOfPoint(point) ?? [])
      .filter(({ metric }) => known.has(metric))
    return { kind: 'known', nums }
  }

  /** The derived numbers, once every chain asked has said what it can; none where nothing has changed since they were stored. */
  const derive = async (t: number, page: Page): Promise<readonly Observation[]> => {
    const isNew = [...page.outcomes.values()].some(({ kind }) => kind === 'read')
    if (!isNew && (await store.pointsAt('all', t)).length > 0) return []
    const chains = new Map<ChainSlug, ChainAtInstant>()
    for (const slug of universe) chains.set(slug, await atInstant(slug, t, page))
    if (![...chains.values()].some(({ kind }) => kind === 'known')) return []
    return deriveInstant(metrics, chains, report)
  }

  return {
    async settle(chain, t, outcome) {
      const page = pages.get(t)
      if (!page?.waitingFor.delete(chain)) return
      page.outcomes.set(chain, outcome)
      const derived = page.waitingFor.size === 0 ? await derive(t, page) : []
      const nums = [...(outcome.kind === 'read' ? outcome.nums : []), ...derived]
      const { block } = outcome.kind === 'read' ? outcome : { block: null }
      const instant = block && { chain, t, block: block.number, hash: block.hash, timestamp: block.timestamp }
      if (instant || nums.length > 0) await store.putPoints(infosOf(nums), instant ? [instant] : [], pointsOf(nums, t))
      if (page.waitingFor.size === 0) {
        pages.delete(t)
        wake()
      }
    },
    async near(t, ahead) {
      const mine = place.get(t) ?? 0
      // Pages stand newest first, and so does everyone's reading: the first one left is the slowest chain's.
      for (;;) {
        const first = [...pages].find(([, { waitingFor }]) => [...waitingFor].some((slug) => !gone.has(slug)))
        if (first === undefined || mine < (place.get(first[0]) ?? 0) + ahead) return
        await new Promise<void>((go) => woken.push(go))
      }
    },
    leave(chain) {
      gone.add(chain)
      wake()
    },
  }
}
