import type { ChainSlug } from '../chains'
import { NodeError } from '../errors'
import type { Metric } from '../metrics/types'
import type { ChainSource } from '../reader/source'
import type { Store } from '../store/types'
import { fillChain } from './fill-chain'
import { createHistoryChain } from './history-chain'
import { createInstantBook } from './instant-coordinator'

export type HistoryStore = Pick<Store, 'putPoints' | 'pointsAt' | 'storedInstants' | 'putGap'>

export type HistoryOptions = {
  readonly sources: readonly ChainSource[]
  /** Every chain that sums are about, those not read now too. */
  readonly universe: readonly ChainSlug[]
  readonly metrics: readonly Metric[]
  readonly store: HistoryStore
  /** Hears of defects. */
  readonly report: (error: unknown) => void
  /** Readings of one chain at once, at most; fewer where its nodes refuse. */
  readonly most?: number
  /** Milliseconds before a second try, doubled for each further one. */
  readonly waitMs?: number
  readonly tries?: number
}

/** How far one chain is with what was asked of it. */
export type ChainProgress = {
  readonly chain: ChainSlug
  /** Instants asked for. */
  readonly asked: number
  /** Held before this run. */
  readonly held: number
  /** Read and stored by this run. */
  readonly read: number
  /** From before the chain's first block. */
  readonly notBegun: number
  /** Whose block is not final yet. */
  readonly notFinal: number
  readonly failed: number
  /** Why the last one failed. */
  readonly reason: string | null
}

export type FillOptions = {
  /** Multiples of 3 600, newest first. */
  readonly instants: readonly number[]
  /** Once aborted nothing new is begun; what is under way is finished and stored. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ChainProgress) => void
  /** Waited for before each reading: keeps a background fill out of others' way. */
  readonly breathe?: () => Promise<void>
  /** Reads what is held, too: for numbers that are newer than their history. */
  readonly again?: boolean
}

export type History = {
  /** Reads what is not held yet, newest first, and stores every number of each instant. Never repeats what is stored. */
  fill(options: FillOptions): Promise<readonly ChainProgress[]>
  /** Unix seconds of the newest final block of any chain; null where none answers. */
  newest(): Promise<number | null>
  /** Reads an instant just past before it is final, and keeps it for the `fill` to come; whether every chain could be read. */
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
      const held = new Map<ChainSlug, ReadonlySet<number>>()
      for (const slug of universe) held.set(slug, new Set(await store.storedInstants(slug, from, to)))
      const asked = chains.map(({ slug }) => slug)
      const isHeld = (slug: ChainSlug, t: number) => held.get(slug)?.has(t) === true
      const book = createInstantBook({ universe, asked, metrics, store, report, instants, isHeld, again })
      return Promise.all(
        chains.map(async (chain) => {
          const todo = instants.filter((t) => again || !isHeld(chain.slug, t))
          try {
            return await fillChain({ chain, todo, book, store, pace: { most, waitMs, tries }, fill: fillOptions })
          } finally {
            book.leave(chain.slug)
          }
        }),
      )
    },
  }
}
