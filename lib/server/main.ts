import type { ProcessScope } from './process-scope'
import { runUntilStopped } from './process-scope'
import { describeFailure } from './redact'
import { createReportOnce } from './report-once'
import type { Parts } from './service'

/**
 * The server: `node --import tsx lib/server/main.ts [--embedded]`. Signal handlers are set before anything else is
 * loaded, so that no signal can leave a lock or a node behind.
 */
const embedded = process.argv.includes('--embedded')
const log = (line: string) => console.log(line)

/** Values of the environment that must never be printed. */
let secrets: readonly string[] = []

/** Expected failures are logged by their message alone; all others with their stack. */
const expected = new Set([
  'EnvError',
  'LockedError',
  'UnreachableError',
  'StoreError',
  'ConflictError',
  'CorruptError',
  'PortError',
  'NetworkError',
])
const logFailure = (error: unknown) => {
  const isExpected = error instanceof Error && expected.has(error.name)
  console.error(isExpected ? error.message : describeFailure(error, secrets))
}

/** History of the embedded network is filled from here on, in the background. */
const embeddedFrom = Date.UTC(2025, 5, 1) / 1000
/** The embedded nodes have no limit on the size of answers. */
const embeddedAnswerBytes = 1_000_000

const startCollector: Parts['startCollector'] = async ({ urlsOf, store, quorum, readAt, pollSeconds }) => {
  const [
    { createChainLog },
    { startCollector: start },
    { createHistory },
    { createHistoryScheduler },
    { createSource },
    { metrics },
    { chains },
  ] = await Promise.all([
    import('./chain-log'),
    import('../collector'),
    import('../collector/history'),
    import('../collector/history-scheduler'),
    import('../reader/source'),
    import('../metrics'),
    import('../chains'),
  ])
  const sourcesFor = (finality: typeof readAt, limits: { readonly answerLimit?: number } = {}) =>
    chains.map((chain) => createSource({ chain, urls: urlsOf(chain.slug), finality, quorum, ...limits }))
  const universe = chains.map(({ slug }) => slug)
  // Sources of its own: a node that fails for lack of old states must not back off for new ones.
  const sources = sourcesFor('finalized', embedded ? { answerLimit: embeddedAnswerBytes } : {})
  const history = createHistory({ sources, universe, metrics, store, report: logFailure, most: 2 })
  const fillFrom = embedded ? embeddedFrom : null
  const scheduler = createHistoryScheduler({ history, store, universe, fillFrom, report: logFailure })
  const onSnapshot = createChainLog(log)
  return start({ sources: sourcesFor(readAt), metrics, store, pollSeconds, report: logFailure, scheduler, onSnapshot })
}

const prepareNext: Parts['prepareNext'] = async () => {
  const { default: next } = await import('next')
  const app = next({ dev: false, dir: process.cwd() })
  await app.prepare()
  const handle = app.getRequestHandler()
  return { handle: (request, response) => handle(request, response), close: () => app.close() }
}

await runUntilStopped(
  async (scope) => {
    const { env: readEnvironment } = await import('../env')
    const env = readEnvironment()
    secrets = [env.databaseUrl ?? '', ...Object.values(env.rpcUrls).flat()]
    const [{ startService }, { openStore }, { setAppRuntime }, { startNetwork }, { announceServer }] =
      await Promise.all([
        import('./service'),
        import('../store'),
        import('./app-runtime'),
        import('./network'),
        import('./servers-here'),
      ])
    const network = embedded
      ? {
          startNetwork: (own: ProcessScope) => startNetwork(own, log),
          networkVersion: await (await import('../devnet/version')).networkVersion(),
        }
      : { startNetwork: null }
    const report = createReportOnce(console.error, () => secrets)
    const parts = { openStore, startCollector, ...network, prepareNext, setAppRuntime, report, log }
    await startService(env, { ...parts, announce: announceServer }, scope)
  },
  { log, logFailure },
)
