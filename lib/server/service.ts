import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { ChainSlug } from '../chains'
import type { Collector, CollectorReport } from '../collector'
import type { Env } from '../env'
import type { Snapshot } from '../snapshot/types'
import type { StoreOptions } from '../store'
import type { Store } from '../store/types'
import type { AppRuntime } from './app-runtime'
import type { Upstream } from './fill'
import { createSite } from './http'
import type { ProcessScope } from './process-scope'
import { chainsWaiting } from './readiness'
import { createResponseCache } from './response-cache'

/** What the one process is made of; main.ts gives the real ones, tests their own. */
export type Parts = {
  openStore(options: StoreOptions): Promise<Store>
  startCollector(options: {
    urlsOf(chain: ChainSlug): readonly string[]
    readonly store: Store
    readonly quorum: number
    readonly readAt: Env['readAt']
    readonly pollSeconds: number
  }): Promise<Pick<Collector, 'latest' | 'status' | 'stop'>>
  /** Starts the embedded network and answers its URLs; null where the live one is served. */
  readonly startNetwork: ((scope: ProcessScope) => Promise<Readonly<Record<ChainSlug, string>>>) | null
  /** Names the embedded network: other sources make other blocks, with a history of their own. */
  readonly networkVersion?: string
  prepareNext(): Promise<{ readonly handle: Upstream; close(): Promise<void> }>
  setAppRuntime(runtime: AppRuntime): void
  /** Hears of defects in answers. */
  report(error: unknown): void
  say(line: string): void
}

/** Memory that kept answers may take. */
const cacheBytes = 96 * 1024 * 1024
const fillSeconds = 20
/** How long requests under way may take to end once the process is to stop. */
const drainSeconds = 5

/** Demo data never mix with live ones, nor with those of another make of the network, whatever folder is given. */
const storeFolder = (env: Pick<Env, 'dataDir'>, parts: Pick<Parts, 'startNetwork' | 'networkVersion'>) =>
  parts.startNetwork === null
    ? (env.dataDir ?? '.data')
    : join(env.dataDir ?? '.data', 'embedded', parts.networkVersion ?? '')

const notYet = (pollSeconds: number): CollectorReport => ({
  running: false,
  writer: false,
  pollSeconds,
  lastRun: null,
  refreshes: 0,
  lastFailure: null,
  chains: [],
})

/** The address cannot be listened on; its message is one sentence. */
export class PortError extends Error {
  override readonly name = 'PortError'
}

const whyNot: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port) => `PORT holds ${port}, and something else listens there already; it may hold any free port.`,
  EACCES: (port) => `PORT holds ${port}, which this user may not listen on; it may hold any free port above 1023.`,
  EADDRNOTAVAIL: (_, host) => `HOST holds "${host}", which is no address of this machine; it may hold one of those.`,
  ENOTFOUND: (_, host) =>
    `HOST holds "${host}", which no address is known for; it may hold an address of this machine.`,
}

const listen = async (server: ReturnType<typeof createSite>, { port, host }: Pick<Env, 'port' | 'host'>) => {
  server.listen(port, host)
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    const sentence = whyNot[error.code ?? '']?.(port, host)
    throw sentence === undefined ? error : new PortError(sentence)
  })
  // safe: a server that listens on a port has an address with one
  const { port: bound } = server.address() as AddressInfo
  return `http://${host.includes(':') ? `[${host}]` : host.replace(/^(0\.0\.0\.0|127\.0\.0\.1)$/, 'localhost')}:${bound}`
}

/**
 * Starts everything: listens at once (so that health can be asked), opens the store, hands it over to Next, and starts
 * the collector. Pages wait for Next, never for a node. Answers the URL when pages are served.
 */
export const startService = async (env: Env, parts: Parts, scope: ProcessScope): Promise<string> => {
  const embedded = parts.startNetwork !== null
  let collector: Pick<Collector, 'latest' | 'status' | 'stop'> | null = null
  let stored: Snapshot | null = null
  const latest = () => collector?.latest() ?? stored

  let giveNext: (handle: Upstream) => void = () => {}
  const next = new Promise<Upstream>((resolve) => {
    giveNext = resolve
  })
  const cache = createResponseCache({
    upstream: async (request, response) => (await next)(request, response),
    version: () => latest()?.id ?? null,
    secure: env.siteUrl?.startsWith('https:') ?? false,
    maxBytes: cacheBytes,
    fillSeconds,
    onFailure: (path, failure) => parts.say(`${path}: ${failure}`),
  })
  const waiting = () => chainsWaiting(latest())
  const server = createSite({ cache, siteUrl: env.siteUrl, waiting, hasSnapshot: () => latest() !== null })
  scope.defer(() => stopServer(server))
  const url = await listen(server, env)

  const store = await parts.openStore({ databaseUrl: env.databaseUrl, dataDir: storeFolder(env, parts), address: url })
  scope.defer(() => store.close())
  scope.signal.throwIfAborted()
  stored = await store.latestSnapshot()
  parts.setAppRuntime({
    network: embedded ? 'embedded' : 'live',
    siteUrl: env.siteUrl,
    latest,
    store,
    collector: () => collector?.status() ?? notYet(env.pollSeconds),
    report: parts.report,
  })

  const prepare = async () => {
    const { handle, close } = await parts.prepareNext()
    scope.defer(close)
    giveNext(handle)
    parts.say(`Serving ${url}`)
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

const stopServer = async (server: ReturnType<typeof createSite>) => {
  if (!server.listening) return
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  // A kept-alive connection becomes idle when its answer is out: asked again until none is left.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const hurry = setTimeout(() => server.closeAllConnections(), drainSeconds * 1000)
  await closed
  clearInterval(sweep)
  clearTimeout(hurry)
}
