import { join } from 'node:path'
import type { ChainSlug } from '../chains'
import type { Collector, CollectorReport } from '../collector'
import type { Env } from '../env'
import type { Snapshot } from '../snapshot/types'
import type { StoreOptions } from '../store'
import type { Store } from '../store/types'
import type { AppRuntime } from './app-runtime'
import { createCountedLog } from './counted-log'
import type { Upstream } from './fill'
import { createSite } from './http'
import { createLanes } from './lanes'
import { lanesReport } from './lanes-report'
import { closeServer, listen } from './listen'
import type { ProcessScope } from './process-scope'
import { chainsWaiting } from './readiness'
import { createResponseCache } from './response-cache'

/** What the process is made of: main.ts passes the real parts, tests their own. */
export type Parts = {
  openStore(options: StoreOptions): Promise<Store>
  startCollector(options: {
    urlsOf(chain: ChainSlug): readonly string[]
    readonly store: Store
    readonly quorum: number
    readonly readAt: Env['readAt']
    readonly pollSeconds: number
  }): Promise<Pick<Collector, 'latest' | 'status' | 'stop'>>
  /** Starts the embedded network and resolves to its URLs; null where the live networks are served. */
  readonly startNetwork: ((scope: ProcessScope) => Promise<Readonly<Record<ChainSlug, string>>>) | null
  /** Identifies the embedded network: each version has other blocks and so a store of its own. */
  readonly networkVersion?: string
  prepareNext(): Promise<{ readonly handle: Upstream; close(): Promise<void> }>
  setAppRuntime(runtime: AppRuntime): void
  /** Says where it serves to the commands that are run beside it, until removed. */
  announce?(address: string): { remove(): void }
  /** Called with defects in answers. */
  report(error: unknown): void
  log(line: string): void
}

/** Memory for cached responses. */
const cacheBytes = 96 * 1024 * 1024
const fillSeconds = 20

/** Data of the embedded network are kept apart from live data, and from those of its other versions. */
const storeFolder = (env: Pick<Env, 'dataDir'>, parts: Pick<Parts, 'startNetwork' | 'networkVersion'>) =>
  parts.startNetwork === null
    ? (env.dataDir ?? '.data')
    : join(env.dataDir ?? '.data', 'embedded', parts.networkVersion ?? '')

const idleCollector = (pollSeconds: number): CollectorReport => ({
  running: false,
  writer: false,
  pollSeconds,
  lastRun: null,
  refreshes: 0,
  lastFailure: null,
  chains: [],
})

/**
 * Starts everything: listens at once (so that health checks are answered), opens the store, passes it to Next, and starts
 * the collector. Pages wait for Next, never for a node. Resolves to the URL when pages are served.
 */
export const startService = async (env: Env, parts: Parts, scope: ProcessScope): Promise<string> => {
  const embedded = parts.startNetwork !== null
  let collector: Pick<Collector, 'latest' | 'status' | 'stop'> | null = null
  let stored: Snapshot | null = null
  const latest = () => collector?.latest() ?? stored

  let provideNext: (handle: Upstream) => void = () => {}
  const next = new Promise<Upstream>((resolve) => {
    provideNext = resolve
  })
  const failures = createCountedLog(parts.log)
  scope.defer(failures.flush)
  const lanes = createLanes()
  const cache = createResponseCache({
    lanes,
    upstream: async (request, response) => (await next)(request, response),
    version: () => latest()?.id ?? null,
    secure: env.siteUrl?.startsWith('https:') ?? false,
    maxBytes: cacheBytes,
    fillSeconds,
    onFailure: (path, failure) => failures.write(failure, `${path}: ${failure}`),
  })
  const waiting = () => chainsWaiting(latest())
  const server = createSite({ cache, siteUrl: env.siteUrl, waiting, hasSnapshot: () => latest() !== null })
  scope.defer(() => closeServer(server))
  const url = await listen(server, env)
  const announced = parts.announce?.(url)
  scope.defer(() => announced?.remove())

  const store = await parts.openStore({ databaseUrl: env.databaseUrl, dataDir: storeFolder(env, parts), address: url })
  scope.defer(() => store.close())
  scope.signal.throwIfAborted()
  stored = await store.latestSnapshot()
  parts.setAppRuntime({
    network: embedded ? 'embedded' : 'live',
    siteUrl: env.siteUrl,
    now: () => Math.floor(Date.now() / 1000),
    latest,
    store,
    collector: () => collector?.status() ?? idleCollector(env.pollSeconds),
    work: () => lanesReport(lanes),
    report: parts.report,
  })

  const prepare = async () => {
    const { handle, close } = await parts.prepareNext()
    scope.defer(close)
    provideNext(handle)
    parts.log(`Serving ${url}`)
  }
  const collect = async () => {
    const network = await parts.startNetwork?.(scope)
    const urlsOf = (chain: ChainSlug) => (network ? [network[chain]] : env.rpcUrls[chain])
    scope.signal.throwIfAborted()
    const { readAt, pollSeconds } = env
    const started = await parts.startCollector({
      urlsOf,
      store,
      quorum: embedded ? 1 : env.rpcQuorum,
      readAt,
      pollSeconds,
    })
    scope.defer(() => started.stop())
    collector = started
  }
  await Promise.all([prepare(), collect()])
  return url
}
