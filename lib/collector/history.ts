import type { ChainSlug } from '../chains'
import { NodeError } from '../errors'
import type { Metric } from '../metrics/types'
import type { ChainSource } from '../reader/source'
import { fillChain } from './fill-chain'
import { createHistoryChain } from './history-chain'
import type { ChainProgress, FillOptions, HistoryStore } from './history-types'
import { createInstantCoordinator } from './instant-coordinator'

export type HistoryOptions = {
  readonly sources: readonly ChainSource[]
  /** Every chain that sums are over, including those not read now. */
  readonly universe: readonly ChainSlug[]
  readonly metrics: readonly Metric[]
  readonly store: HistoryStore
  /** Called with defects. */
  readonly report: (error: unknown) => void
  /** Most concurrent readings of one chain; fewer where its nodes refuse. */
  readonly most?: number
  /** Milliseconds before a second try, doubled for each further one. */
  readonly waitMs?: number
  readonly tries?: number
}

export type History = {
  /** Reads what is not stored yet, newest first, and stores every number of each instant. */
  fill(options: FillOptions): Promise<readonly ChainProgress[]>
  /** Unix seconds of the newest final block of any chain; null where none answers. */
  newest(): Promise<number | null>
  /** Reads a recent instant before it is final and keeps it for a later `fill`; whether every chain could be read. */
  readEarly(t: number): Promise<boolean>
}

export const createHistory = (options: HistoryOptions): History => {
  const { sources, universe, metrics, store, report, most = 4, waitMs = 1_000, tries = 6 } = options
  const chains = sources.map((source) => createHistoryChain({ source, metrics, report }))

  return {
    async newest() {
      const heads = await Promise.allSettled(chains.map((chain) => chain.heads()))
      const times = heads.flatMap((each) => (each.status === 'fulfilled' ? [each.value.finalized.timestamp] : []))
      return times.length === 0 ? null : Math.max(...times)
    },
    async readEarly(t) {
      const done = await Promise.allSettled(chains.map((chain) => chain.readEarly(t)))
      for (const each of done)
        if (each.status === 'rejected' && !(each.reason instanceof NodeError)) report(each.reason)
      return done.every(({ status }) => status === 'fulfilled')
    },
    async fill(fillOptions) {
      const { instants, again = false } = fillOptions
      const [to, from] = [instants[0], instants.at(-1)]
      if (to === undefined || from === undefined) return []
      const stored = new Map<ChainSlug, ReadonlySet<number>>()
      for (const slug of universe) stored.set(slug, new Set(await store.storedInstants(slug, from, to)))
      const asked = chains.map(({ slug }) => slug)
      const isStored = (slug: ChainSlug, t: number) => stored.get(slug)?.has(t) === true
      const coordinator = createInstantCoordinator({
        universe,
        asked,
        metrics,
        store,
        report,
        instants,
        isStored,
        again,
      })
      return Promise.all(
        chains.map(async (chain) => {
          const todo = instants.filter((t) => again || !isStored(chain.slug, t))
          const limits = { most, waitMs, tries }
          try {
            return await fillChain({ chain, todo, coordinator, store, limits, fill: fillOptions })
          } finally {
            coordinator.finish(chain.slug)
          }
        }),
      )
    },
  }
}
