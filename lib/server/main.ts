import type { ProcessScope } from './process-scope'
import { runUntilStopped } from './process-scope'
import { describeFailure } from './redact'
import { createReportOnce } from './report-once'
import type { Parts } from './service'

/**
 * The one process: `node --import tsx lib/server/main.ts [--embedded]`. Signal handlers stand before anything else is
 * loaded, so that a lock is never taken, nor a node started, that a signal could leave behind.
 */
const embedded = process.argv.includes('--embedded')
const say = (line: string) => console.log(line)

/** What the environment holds that must never be printed. */
let secrets: readonly string[] = []

/** Failures that we expect speak for themselves; of all others the log gets where they happened, too. */
const expected = new Set(['EnvError', 'LockedError', 'UnreachableError', 'StoreError', 'PortError', 'NetworkError'])
const sayFailure = (error: unknown) => {
  const isExpected = error instanceof Error && expected.has(error.name)
  console.error(isExpected ? error.message : describeFailure(error, secrets))
}

/** The embedded network's history begins here: all of it is filled in the background. */
const embeddedFrom = Date.UTC(2025, 5, 1) / 1000
/** What is no answer for a public node is one for the embedded network's. */
const embeddedAnswerBytes = 1_000_000

const startCollector: Parts['startCollector'] = async ({ urlsOf, store, quorum, readAt, pollSeconds }) => {
  const [
    { createChainNews },
    { startCollector: start },
    { createHistory },
    { createHistoryScheduler },
    { createSource },
    { metrics },
    { chains },
  ] = await Promise.all([
    import('./chain-news'),
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
  // Sources of its own: that a node has no old states is nothing to hold against it when it comes to new ones.
  const sources = sourcesFor('finalized', embedded ? { answerLimit: embeddedAnswerBytes } : {})
  const history = createHistory({ sources, universe, metrics, store, report: sayFailure, most: 2 })
  const fillFrom = embedded ? embeddedFrom : null
  const scheduler = createHistoryScheduler({ history, store, universe, fillFrom, report: sayFailure })
  const onSnapshot = createChainNews(say)
  return start({ sources: sourcesFor(readAt), metrics, store, pollSeconds, report: sayFailure, scheduler, onSnapshot })
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
    const [{ startService }, { openStore }, { setAppRuntime }, { startNetwork }] = await Promise.all([
      import('./service'),
      import('../store'),
      import('./app-runtime'),
      import('./network'),
    ])
    const network = embedded
      ? {
          startNetwork: (own: ProcessScope) => startNetwork(own, say),
          networkVersion: await (await import('../devnet/version')).networkVersion(),
        }
      : { startNetwork: null }
    const report = createReportOnce(console.error, () => secrets)
    await startService(env, { openStore, startCollector, ...network, prepareNext, setAppRuntime, report, say }, scope)
  },
  { say, sayFailure },
)
