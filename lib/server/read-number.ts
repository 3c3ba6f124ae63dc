import { type ChainSlug, chainBySlug } from '../chains'
import { NodeError } from '../errors'
import { metrics } from '../metrics'
import { deriveAll } from '../metrics/derive'
import { observeChain } from '../metrics/observe'
import type { Metric } from '../metrics/types'
import { blocksAt } from '../reader/block-at'
import { createHeaderReader } from '../reader/headers'
import { createReader } from '../reader/reader'
import { type ChainSource, createSource } from '../reader/source'
import type { Finality } from '../reader/types'
import { snapshotId } from '../snapshot/codec'
import { predictCalls } from '../snapshot/predict-calls'
import type { AsOf, Snapshot } from '../snapshot/types'
import { chainsOf } from './number-chains'

export type ReadNumberOptions = {
  readonly metric: Metric
  readonly scope: ChainSlug | 'all'
  /** Unix seconds: each chain's last block at or before it; null: the head. */
  readonly at: number | null
  urlsOf(chain: ChainSlug): readonly string[]
  readonly quorum: number
  readonly readAt: Finality
  /** Called with defects. */
  readonly report: (error: unknown) => void
}

/** A chain could not be read; the message says which and why. */
export class ReadNumberError extends Error {
  override readonly name = 'ReadNumberError'
}

/** The last block at or before a time; refuses times that the chain has not reached or before it began. Throws NodeError. */
const blockAt = async (source: ChainSource, at: number) => {
  const { chain } = source
  const headers = createHeaderReader(source)
  const { finalized, latest } = await headers.heads()
  if (latest.timestamp < at) throw new ReadNumberError(`${chain.name} has no block of that time yet.`)
  const [block] = await blocksAt([at], latest, chain.blockTime, (numbers) => headers.byNumber(numbers), [
    ...(finalized.number < latest.number ? [finalized] : []),
  ])
  if (!block) throw new ReadNumberError(`${chain.name} began after that time.`)
  return { ...block, finality: block.number <= finalized.number ? finalized.finality : latest.finality }
}

const readChain = async (slug: ChainSlug, wanted: readonly Metric[], options: ReadNumberOptions) => {
  const { at, urlsOf, quorum, readAt, report } = options
  const chain = chainBySlug(slug)
  const source = createSource({ chain, urls: urlsOf(slug), finality: readAt, quorum })
  try {
    const plan = await predictCalls(wanted, chain)
    const session = await source.open(plan, at === null ? undefined : await blockAt(source, at))
    const reading = await observeChain(
      wanted,
      slug,
      (record) => createReader(session, chain, record),
      () => [],
      report,
    )
    const { number: block, hash, timestamp, finality } = session.block
    const asOf: AsOf = {
      chainId: chain.id,
      block,
      hash,
      timestamp,
      finality,
      agreement: await source.confirm(session),
    }
    return { slug, asOf, ...reading }
  } catch (error) {
    if (error instanceof NodeError) throw new ReadNumberError(`${chain.name} could not be read. ${error.message}`)
    throw error
  }
}

/**
 * Reads one number and what it is derived from, on the chains needed, as a snapshot. A number read from a chain needs only
 * its own metric; for a derived one all metrics of its chains are read, which takes no more requests.
 * Throws ReadNumberError.
 */
export const readNumber = async (options: ReadNumberOptions): Promise<Snapshot> => {
  const { metric, scope, report } = options
  const wanted = metric.kind === 'read' ? [metric] : metrics
  const parts: Awaited<ReturnType<typeof readChain>>[] = []
  for (;;) {
    const needed = chainsOf(
      metric,
      scope,
      parts.flatMap(({ observations }) => observations),
    )
    const missing = needed.filter((slug) => !parts.some((part) => part.slug === slug))
    if (missing.length === 0) break
    parts.push(...(await Promise.all(missing.map((slug) => readChain(slug, wanted, options)))))
  }
  const read = parts.flatMap(({ observations }) => observations)
  const slugs = parts.map(({ slug }) => slug)
  const content = {
    schema: 1 as const,
    time: Math.max(0, ...parts.map(({ asOf }) => asOf.timestamp)),
    asOf: Object.fromEntries(parts.map(({ slug, asOf }) => [slug, asOf])),
    failures: {},
    numbers: [...read, ...(metric.kind === 'read' ? [] : deriveAll(metrics, read, slugs, report))],
    calls: Object.fromEntries(parts.map(({ slug, calls }) => [slug, calls])),
  }
  return { id: snapshotId(content), ...content }
}
