import { parseArgs } from 'node:util'
import { type ChainSlug, chainSlugs, isChainSlug } from '../chains'
import { metricById } from '../metrics'
import { parseInterval, parseTime } from './parse-time'

export type BackfillOptions = {
  /** Unix seconds. */
  readonly from: number
  /** null: the newest final block. */
  readonly to: number | null
  readonly every: number
  readonly chains: readonly ChainSlug[]
  readonly again: boolean
}

/** The command line cannot be used; its message is one sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const usage = `npm run backfill -- --from 2025-01-01 [--to 2026-01-01] [--every 1d] [--chain base] [--metric savings.apy] [--again]

Reads the past from archive nodes (RPC_URL_<chain id>) and stores every number of every instant, newest first.
What is stored already is not read again, so it can be stopped at any moment and started anew.

  --from    first instant: a day (2025-01-01), a time (2025-01-01T09:00Z) or unix seconds
  --to      last instant; the newest that is final unless given
  --every   1d (midnights UTC, the default), 1h, or seconds that are whole hours
  --chain   one chain alone, may repeat: ${chainSlugs.join(', ')}
  --metric  only the chains this metric is read on, may repeat; all their numbers are stored, for they cost no more
  --again   reads what is stored, too: gives numbers that are newer than their history a past`

const readTime = (name: string, text: string): number => {
  const time = parseTime(text)
  if (time === null)
    throw new UsageError(`--${name} may be a day such as 2025-01-01, 2025-01-01T09:00Z, or unix seconds.`)
  return time
}

const chainsOfMetric = (id: string): readonly ChainSlug[] => {
  const metric = metricById(id)
  if (!metric) throw new UsageError('--metric may be any id that the method page or /api/v1/metrics lists.')
  if (metric.kind === 'read') return metric.chains
  // Its numbers are made of others', which may lie on any chain.
  return metric.scopes.includes('all') ? chainSlugs : metric.scopes.filter((scope) => scope !== 'all')
}

/** `null` where only the usage is asked for. @throws UsageError */
export const parseBackfill = (args: readonly string[]): BackfillOptions | null => {
  const values = parse(args)
  if (values.help) return null
  if (values.from === undefined)
    throw new UsageError('--from is missing: say where to begin, such as --from 2025-01-01.')
  const from = readTime('from', values.from)
  const to = values.to === undefined ? null : readTime('to', values.to)
  if (to !== null && to < from) throw new UsageError('--to is before --from.')
  const every = parseInterval(values.every ?? '1d')
  if (every === null) throw new UsageError('--every may be 1d, 1h, or a number of seconds that is a multiple of 3600.')
  const named = (values.chain ?? []).flatMap((text) => text.split(','))
  if (!named.every(isChainSlug)) throw new UsageError(`--chain may be ${chainSlugs.join(', ')}.`)
  const ofMetrics = values.metric?.flatMap((text) => text.split(',').flatMap(chainsOfMetric))
  const chains = chainSlugs.filter(
    (slug) => (named.length === 0 || named.includes(slug)) && (ofMetrics?.includes(slug) ?? true),
  )
  if (chains.length === 0) throw new UsageError('--metric is not read on the chains that --chain names.')
  return { from, to, every, chains, again: values.again ?? false }
}

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        every: { type: 'string' },
        chain: { type: 'string', multiple: true },
        metric: { type: 'string', multiple: true },
        again: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch {
    throw new UsageError('It takes --from, --to, --every, --chain, --metric, --again and --help, and nothing else.')
  }
}
