import type { Life } from './lifecycle'
import { runUntilStopped } from './lifecycle'
import { describeFailure } from './redact'
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

const startCollector: Parts['startCollector'] = async ({ urlsOf, store, quorum, readAt, pollSeconds }) => {
  const [{ startCollector: start }, { createSource }, { metrics }, { chains }] = await Promise.all([
    import('../collector'),
    import('../reader/source'),
    import('../metrics'),
    import('../chains'),
  ])
  const sources = chains.map((chain) => createSource({ chain, urls: urlsOf(chain.slug), finality: readAt, quorum }))
  return start({ sources, metrics, store, pollSeconds, report: sayFailure })
}

const prepareNext: Parts['prepareNext'] = async () => {
  const { default: next } = await import('next')
  const app = next({ dev: false, dir: process.cwd() })
  await app.prepare()
  const handle = app.getRequestHandler()
  return { handle: (request, response) => handle(request, response), close: () => app.close() }
}

await runUntilStopped(
  async (life) => {
    const { env: readEnvironment } = await import('../env')
    const env = readEnvironment()
    secrets = [env.databaseUrl ?? '', ...Object.values(env.rpcUrls).flat()]
    const [{ startService }, { openStore }, { setHandover }, { startNetwork }] = await Promise.all([
      import('./service'),
      import('../store'),
      import('./handover'),
      import('./network'),
    ])
    const network = embedded ? (within: Life) => startNetwork(within, say) : null
    await startService(env, { openStore, startCollector, startNetwork: network, prepareNext, setHandover, say }, life)
  },
  { say, sayFailure },
)
