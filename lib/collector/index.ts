import type { ChainSlug } from '../chains'
import type { Metric } from '../metrics/types'
import type { ChainSource } from '../reader/source'
import { takeSnapshot } from '../snapshot/take'
import type { Snapshot } from '../snapshot/types'
import { UnreachableError } from '../store/errors'
import type { Store } from '../store/types'
import { createBacklog } from './backlog'
import type { HistoryScheduler } from './history-scheduler'

export type CollectorOptions = {
  readonly sources: readonly ChainSource[]
  readonly metrics: readonly Metric[]
  readonly store: Pick<Store, 'putSnapshot' | 'latestSnapshot' | 'holdsWriterLock' | 'tryWriterLock'>
  readonly pollSeconds: number
  /** Called with defects and failures of the store; never with a node's own text. */
  readonly report: (error: unknown) => void
  /** Extends history beside the snapshots; started and stopped with the collector. */
  readonly scheduler?: HistoryScheduler
  /** Called whenever another snapshot has become the newest. */
  readonly onSnapshot?: (snapshot: Snapshot) => void
}

type EndpointReport = {
  readonly host: string
  readonly state: 'answering' | 'resting' | 'untried'
  readonly lastFailure: { readonly code: string; readonly message: string; readonly at: number } | null
}

export type CollectorReport = {
  readonly running: boolean
  readonly writer: boolean
  readonly pollSeconds: number
  readonly lastRun: { readonly startedAt: number; readonly seconds: number; readonly requests: number } | null
  readonly refreshes: number
  readonly lastFailure: { readonly message: string; readonly at: number } | null
  readonly chains: readonly {
    readonly chain: ChainSlug
    readonly endpoints: readonly EndpointReport[]
    readonly answeredBy: string | null
    readonly requests: number
  }[]
}

export type Collector = {
  latest(): Snapshot | null
  status(): CollectorReport
  /** Takes a snapshot now, or joins the one being taken. Never throws: failures are reported and shown in `status`. */
  refresh(): Promise<void>
  /** Waits for the one being taken. */
  stop(): Promise<void>
}

const clock = () => Math.floor(Date.now() / 1000)

const endpointReport = (source: ChainSource): readonly EndpointReport[] =>
  source.endpoints.map(({ host, answered, backoffUntil, lastFailure }) => ({
    host,
    state: backoffUntil > clock() ? 'resting' : answered ? 'answering' : 'untried',
    lastFailure,
  }))

/**
 * The loop that takes snapshots and the only writer of the store. Over a shared database one process collects and the
 * others show what it stores, and one of them takes over when it stops.
 */
export const startCollector = async (options: CollectorOptions): Promise<Collector> => {
  const { sources, metrics, store, pollSeconds, report } = options
  const backlog = createBacklog(store)
  let latest = await store.latestSnapshot()
  let writes = false
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let pending: Promise<void> | null = null
  let lastRun: CollectorReport['lastRun'] = null
  let lastFailure: CollectorReport['lastFailure'] = null
  let refreshes = 0
  const requests = new Map<ChainSlug, number>()

  const show = (snapshot: Snapshot) => {
    if (snapshot.id === latest?.id) return
    latest = snapshot
    options.onSnapshot?.(snapshot)
  }

  const collect = async () => {
    const startedAt = clock()
    const began = performance.now()
    const previous = backlog.last() ?? latest
    const taken = await takeSnapshot({ sources, metrics, previous, now: startedAt, report })
    let sum = 0
    for (const { chain } of sources) {
      const spent = taken.requests[chain.slug] ?? 0
      requests.set(chain.slug, spent)
      sum += spent
    }
    lastRun = { startedAt, seconds: (performance.now() - began) / 1000, requests: sum }
    refreshes += 1
    if (taken.snapshot.id !== previous?.id) backlog.add(taken.snapshot, startedAt)
    return taken.snapshot
  }

  const follow = async () => {
    const stored = await store.latestSnapshot()
    if (stored) show(stored)
  }

  /** Why the store cannot be asked for the right to write; who had it goes on reading the nodes meanwhile. */
  const tryToWrite = async (): Promise<UnreachableError | null> => {
    try {
      writes = await store.tryWriterLock()
      return null
    } catch (error) {
      if (writes && error instanceof UnreachableError) return error
      throw error
    }
  }

  const once = async () => {
    try {
      const wasWriter = store.holdsWriterLock()
      const away = await tryToWrite()
      // After taking over it continues from what the previous writer stored last.
      if (!wasWriter && away === null) await follow()
      if (writes) {
        const taken = await collect()
        if (away !== null) throw away
        // Stored before it is shown, so that any snapshot a page has linked can be served again.
        await backlog.store()
        show(taken)
        options.scheduler?.tick(taken.time)
      } else backlog.forget()
      lastFailure = null
    } catch (error) {
      report(error)
      lastFailure = { message: 'The last refresh did not finish; what was known before still stands.', at: clock() }
    }
  }

  const refresh = async () => {
    if (stopped) return
    pending ??= once().finally(() => {
      pending = null
    })
    await pending
  }

  const loop = async () => {
    await refresh()
    if (!stopped) timer = setTimeout(() => void loop(), pollSeconds * 1000)
  }

  if (latest) options.onSnapshot?.(latest)
  void loop()

  return {
    latest: () => latest,
    refresh,
    status: () => ({
      running: !stopped,
      writer: store.holdsWriterLock(),
      pollSeconds,
      lastRun,
      refreshes,
      lastFailure,
      chains: sources.map((source) => ({
        chain: source.chain.slug,
        endpoints: endpointReport(source),
        answeredBy: source.answeredBy(),
        requests: requests.get(source.chain.slug) ?? 0,
      })),
    }),
    async stop() {
      stopped = true
      clearTimeout(timer)
      await pending
      await options.scheduler?.stop()
    },
  }
}
