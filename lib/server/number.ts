import process from 'node:process'
import { parseArgs } from 'node:util'
import type { ChainSlug, Network } from '../chains'
import type { Env } from '../env'
import type { Metric } from '../metrics/types'
import type { ProofJson } from './number-text'
import { parseTime } from './parse-time'
import { describeFailure } from './redact'
import type { ServedProof } from './running'

/** `npm run number -- lend.supply-apy:ethereum:USDC [--at 2026-01-01]`: one number with its proof, in the terminal. */
const usage = `npm run number -- lend.supply-apy:ethereum:USDC [--at 2026-01-01] [--json]

Shows one number with its proof. A server that runs here is asked first (HOST and PORT, the one that has DATA_DIR open, or
any that this clone runs); otherwise, and with --at, the chains it is made of are read from their nodes: those of RPC_URL_<chain id> (the past
needs archive nodes), or the embedded network's where the server runs on it and no RPC_URL is given.

  --at    each chain's last block at or before a day (2026-01-01), a time (2026-01-01T09:00Z) or unix seconds
  --json  the same as JSON`

/** The command cannot be run; its message is one sentence. */
class CommandError extends Error {
  override readonly name = 'CommandError'
}

type NumberRequest = {
  readonly id: string
  readonly metric: Metric
  readonly scope: ChainSlug | 'all'
  readonly at: number | null
  readonly json: boolean
}

const parse = () => {
  try {
    return parseArgs({
      args: process.argv.slice(2),
      allowPositionals: true,
      options: { at: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    })
  } catch {
    throw new CommandError('It takes one id, --at, --json and --help, and nothing else.')
  }
}

/** Metric ids that share a word with an unknown one, for a hint. */
const similar = (unknown: string, ids: readonly string[]): readonly string[] => {
  const words = unknown.split(/[^a-z0-9]+/i).filter((word) => word.length > 2)
  const score = (id: string) => words.filter((word) => id.includes(word.toLowerCase())).length
  return [...ids]
    .filter((id) => score(id) > 0)
    .sort((a, b) => score(b) - score(a))
    .slice(0, 5)
}

const parseRequest = async (): Promise<NumberRequest | 'help' | 'nothing'> => {
  const { values, positionals } = parse()
  const [id, ...more] = positionals
  if (values.help) return 'help'
  if (id === undefined) return 'nothing'
  if (more.length > 0) throw new CommandError('One number at a time.')
  const [{ metricById, metrics }, { chainSlugs }, { isScope, splitNumberId }] = await Promise.all([
    import('../metrics'),
    import('../chains'),
    import('../metrics/number-id'),
  ])
  const parts = splitNumberId(id)
  if (parts === null) throw new CommandError('An id is metric:chain:key, for example lend.supply-apy:ethereum:USDC.')
  const [name, scope] = parts
  const metric = metricById(name)
  if (!metric) {
    const near = similar(
      name,
      metrics.map((each) => each.id),
    )
    throw new CommandError(
      `There is no metric of that name${near.length === 0 ? '' : `; there are ${near.join(', ')}`}.`,
    )
  }
  if (!isScope(scope)) throw new CommandError(`The chain may be ${chainSlugs.join(', ')} or all.`)
  const scopes: readonly string[] = metric.kind === 'read' ? metric.chains : metric.scopes
  if (!scopes.includes(scope)) throw new CommandError(`${metric.id} exists on ${scopes.join(', ')}.`)
  const at = values.at === undefined ? null : parseTime(values.at)
  if (values.at !== undefined && at === null)
    throw new CommandError('--at may be a day such as 2026-01-01, 2026-01-01T09:00Z, or unix seconds.')
  return { id, metric, scope, at, json: values.json ?? false }
}

const readNodes = async (env: Env, network: Network, { id, metric, scope, at }: NumberRequest): Promise<ProofJson> => {
  const [{ readNumber }, { numbersOf }, { proofOf }, { proofJson }] = await Promise.all([
    import('./read-number'),
    import('../numbers/number-index'),
    import('../snapshot/proof'),
    import('../api/number-json'),
  ])
  const urlsOf = (chain: ChainSlug) => env.rpcUrls[chain]
  const { rpcQuorum: quorum, readAt } = env
  const report = (error: unknown) => console.error(describeFailure(error, Object.values(env.rpcUrls).flat()))
  const snapshot = await readNumber({ metric, scope, at, urlsOf, quorum, readAt, report })
  const proof = proofOf(numbersOf(snapshot), id)
  if (proof) return proofJson(network, snapshot, proof)
  const keys = snapshot.numbers.filter((num) => num.metric === metric.id && num.chain === scope).map(({ key }) => key)
  throw new CommandError(`There is no such key; ${metric.id}:${scope} has ${keys.join(', ') || 'none'}.`)
}

const sourceLine = (served: ServedProof | null, embedded: boolean): string => {
  if (served === null)
    return embedded ? 'Read just now from the embedded network: not mainnet.' : 'Read from the nodes just now.'
  return `As the server at ${served.origin} has it${served.embedded ? ', on the embedded network: not mainnet' : ''}.`
}

const run = async (): Promise<number> => {
  const request = await parseRequest()
  if (request === 'help') {
    console.log(usage)
    return 0
  }
  if (request === 'nothing') {
    console.error(usage)
    return 2
  }
  const { env: readEnvironment } = await import('../env')
  const env = readEnvironment()
  const { askServers, findEmbedded } = await import('./running')
  const served = request.at === null ? await askServers(env, request.id) : null
  // beside a server on the embedded network that network is meant, not mainnet
  const embedded = served?.proof ? null : await findEmbedded(env)
  const proof =
    served?.proof ??
    (await (embedded ? readNodes({ ...env, ...embedded }, 'embedded', request) : readNodes(env, 'live', request)))
  const { proofText } = await import('./number-text')
  console.log(request.json ? JSON.stringify(proof, null, 2) : proofText(proof))
  if (!request.json) console.log(sourceLine(served, embedded !== null))
  return proof.number.status === 'failed' ? 1 : 0
}

for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
const expected = /^(CommandError|EnvError|ReadNumberError|StartingError)$/
process.exitCode = await run().catch((error: unknown) => {
  console.error(error instanceof Error && expected.test(error.name) ? error.message : describeFailure(error))
  return 1
})
