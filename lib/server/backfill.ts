import process from 'node:process'
import type { ChainProgress } from '../collector/history-types'
import type { Env } from '../env'
import { type BackfillOptions, parseBackfill, UsageError, usage } from './backfill-options'
import { createBars } from './progress-bars'
import { describeFailure } from './redact'

/**
 * `npm run backfill -- --from 2025-01-01 --every 1d`: reads the past from archive nodes into the store. Signal handlers are
 * set before the store is opened; a signal lets running readings be stored, a second one ends the process at once.
 */
const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
const stopping = new AbortController()
let signalled: keyof typeof codes | null = null
let signalledAt = 0
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // One Ctrl-C arrives from the terminal and from npm.
    if (signalled !== null && Date.now() - signalledAt > 1_000) process.exit(codes[signal])
    if (signalled !== null) return
    signalled = signal
    signalledAt = Date.now()
    console.error('Stopping: what is under way is still stored; the same command goes on from there.')
    stopping.abort()
  })
}

/** The embedded network fills its history by itself, and beside it public endpoints are not meant. */
const refuseBesideDemo = async (env: Env) => {
  const { findEmbedded } = await import('./running')
  if (!(await findEmbedded(env))) return
  throw new UsageError(
    'The server that runs here is on the embedded network, which fills its history by itself; for the live networks name archive nodes (RPC_URL_<chain id>), or stop it first.',
  )
}

/** Archive nodes often allow large answers; a smaller limit is learnt from refusals. */
const answerBytes = 1_000_000

const openHistory = async (env: Env, { chains }: BackfillOptions, report: (error: unknown) => void) => {
  const [{ openStore }, { createSource }, { createHistory }, { metrics }, { chainBySlug, chainSlugs }] =
    await Promise.all([
      import('../store'),
      import('../reader/source'),
      import('../collector/history'),
      import('../metrics'),
      import('../chains'),
    ])
  const store = await openStore({ databaseUrl: env.databaseUrl, dataDir: env.dataDir ?? '.data' })
  if (!(await store.tryWriterLock())) {
    await store.close()
    throw new UsageError(
      'A running server writes to the database that DATABASE_URL names, and only one process may: stop it first.',
    )
  }
  const sources = chains.map((slug) =>
    createSource({
      chain: chainBySlug(slug),
      urls: env.rpcUrls[slug],
      finality: 'finalized',
      quorum: env.rpcQuorum,
      answerLimit: answerBytes,
    }),
  )
  return { store, history: createHistory({ sources, universe: chainSlugs, metrics, store, report }) }
}

const reportResults = (results: readonly ChainProgress[]): number => {
  const read = results.reduce((sum, each) => sum + each.read, 0)
  const stored = results.reduce((sum, each) => sum + each.stored, 0)
  console.log(`${read} points read and stored, ${stored} held before.`)
  const failed = results.filter((each) => each.failed > 0)
  for (const { chain, failed: count, reason } of failed)
    console.error(`${chain}: ${count} not read, kept as a gap. ${reason ?? ''}`)
  return failed.length === 0 ? 0 : 1
}

const run = async (secrets: string[]): Promise<number> => {
  const { env: readEnvironment } = await import('../env')
  const env = readEnvironment()
  secrets.push(env.databaseUrl ?? '', ...Object.values(env.rpcUrls).flat())
  const options = parseBackfill(process.argv.slice(2))
  if (options === null) {
    console.log(usage)
    return 0
  }
  await refuseBesideDemo(env)
  const { instantsBetween } = await import('../collector/instants')
  const { store, history } = await openHistory(env, options, (error) => console.error(describeFailure(error, secrets)))
  const bars = createBars(process.stdout)
  try {
    const to = options.to ?? (await history.newest()) ?? Math.floor(Date.now() / 1000)
    const instants = instantsBetween(options.from, to, options.every)
    if (instants.length === 0) throw new UsageError('There is no such instant between --from and --to.')
    const onProgress = (progress: ChainProgress) => bars.update(progress)
    const results = await history.fill({ instants, signal: stopping.signal, onProgress, again: options.again })
    bars.end()
    return reportResults(results)
  } finally {
    await store.close()
  }
}

const expected =
  /^(EnvError|UsageError|LockedError|UnreachableError|StoreError|ConflictError|CorruptError|StartingError)$/
const secrets: string[] = []
const code = await run(secrets).catch((error: unknown) => {
  const isExpected = error instanceof Error && expected.test(error.name)
  console.error(isExpected ? error.message : describeFailure(error, secrets))
  return 1
})
process.exit(signalled === null ? code : codes[signalled])
