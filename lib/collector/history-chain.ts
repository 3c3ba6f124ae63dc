import type { ChainSlug } from '../chains'
import { NodeError } from '../errors'
import { LruCache } from '../lru-cache'
import { observeChain, type Reading } from '../metrics/observe'
import type { Metric, Observation } from '../metrics/types'
import { blocksAt, type Header } from '../reader/block-at'
import { createHeaderReader, type Heads } from '../reader/headers'
import { createReader } from '../reader/reader'
import type { ChainSource, Plan } from '../reader/source'
import { checkReading } from '../snapshot/check-reading'
import { versionsOf } from '../snapshot/collapse'
import { predictCalls, repeatCalls } from '../snapshot/predict-calls'
import type { Tally } from '../snapshot/prove-loss'

/** One chain for history: finds blocks by time, and reads all numbers at one of them. */
export type HistoryChain = {
  readonly slug: ChainSlug
  /** Throws NodeError. */
  heads(): Promise<Heads>
  /** Timestamp of the block after this one, which must exist. Throws NodeError. */
  next(block: Pick<Header, 'number'>): Promise<number>
  /**
   * The chain's last block at or before each time, proved by headers; null where the chain began later. Times must not
   * be after the finalized head. Throws NodeError.
   */
  locate(times: readonly number[], heads: Heads): Promise<readonly (Header | null)[]>
  /**
   * Reads a block that is not final yet and keeps the numbers for a later `read` of the same block: many nodes have
   * dropped its state by the time it is final. Throws NodeError.
   */
  readEarly(t: number): Promise<void>
  /** Every number of the chain at a final block: one `eth_call`, more only where a node refuses that. Throws NodeError. */
  read(block: Header): Promise<readonly Observation[]>
  /** Whether no URL of the chain has old states, so that another try cannot help. */
  lacksArchive(error: NodeError): boolean
}

/** Instants are final within two hours. */
const earlyAtMost = 4
/** Headers kept: a search begins between the nearest ones that are known. */
const headersAtMost = 10_000
/** Blocks whose readings were implausible. */
const talliesAtMost = 100

export type HistoryChainOptions = {
  readonly source: ChainSource
  readonly metrics: readonly Metric[]
  /** Called with defects. */
  readonly report: (error: unknown) => void
}

export const createHistoryChain = ({ source, metrics, report }: HistoryChainOptions): HistoryChain => {
  const { chain, endpoints } = source
  const headers = createHeaderReader(source)
  const noHeaders = () => new LruCache<bigint, Header>({ max: headersAtMost })
  let seen = noHeaders()
  /** Numbers of blocks that are not final yet, by hash: a block that was reorganised away is never looked up again. */
  const early = new LruCache<string, readonly Observation[]>({ max: earlyAtMost })
  let plan: Plan | null = null
  let keys = new Map<string, string[]>()
  /** The reading of a neighbouring block, which the next one must be like. */
  let before: Reading | null = null
  const versions = versionsOf(metrics)
  const tallies = new LruCache<string, Tally>({ max: talliesAtMost })

  const remember = (nums: readonly Observation[]) => {
    keys = new Map()
    for (const { metric, key } of nums) keys.set(metric, [...(keys.get(metric) ?? []), key])
  }

  const locate: HistoryChain['locate'] = async (times, { finalized, latest }) => {
    const read = async (numbers: readonly bigint[]) => {
      const found = await headers.byNumber(numbers)
      for (const header of found) if (header && header.number <= finalized.number) seen.set(header.number, header)
      return found
    }
    try {
      return await blocksAt(times, latest, chain.blockTime, read, [
        ...[...seen.values()].filter(({ number }) => number < latest.number),
        ...(finalized.number < latest.number ? [finalized] : []),
      ])
    } catch (error) {
      if (error instanceof NodeError && error.failure.code === 'garbled') {
        // One of the headers was wrong, perhaps one that was kept: the next try begins without any, on another URL.
        seen = noHeaders()
        headers.rest()
      }
      throw error
    }
  }

  const readOnce = async (block: Header, calls: Plan) => {
    // The plan is made of its calls: another reading may end meanwhile.
    const neighbour = before
    const session = await source.open(calls, { ...block, finality: 'finalized' })
    const now = await observeChain(
      metrics,
      chain.slug,
      (record) => createReader(session, chain, record),
      (metric) => keys.get(metric) ?? [],
      report,
    )
    const reading = await checkReading({
      source,
      session,
      before: neighbour,
      now,
      versions,
      tallies,
      key: block.hash,
      final: true,
    })
    await source.confirm(session)
    return reading
  }

  /** Answers that cannot be true speak against their URL: then another is asked. */
  const readOnAny = async (block: Header, calls: Plan) => {
    for (let left = endpoints.length - source.quorum; ; left--) {
      try {
        return await readOnce(block, calls)
      } catch (error) {
        if (left <= 0 || !(error instanceof NodeError) || error.failure.code !== 'implausible') throw error
      }
    }
  }

  const read: HistoryChain['read'] = async (block) => {
    const kept = early.get(block.hash)
    if (kept) return kept
    plan ??= await predictCalls(metrics, chain)
    const reading = await readOnAny(block, plan)
    before = reading
    // The next point makes mostly the same calls.
    plan = repeatCalls(reading.calls)
    remember(reading.observations)
    return reading.observations
  }

  return {
    slug: chain.slug,
    heads: () => headers.heads(),
    async next({ number }) {
      const [header] = await headers.byNumber([number + 1n])
      return header?.timestamp ?? 0
    },
    locate,
    read,
    async readEarly(t) {
      const heads = await headers.heads()
      if (heads.latest.timestamp <= t || heads.finalized.timestamp >= t) return
      const [block] = await locate([t], heads)
      if (!block || early.get(block.hash)) return
      early.set(block.hash, await read(block))
    },
    lacksArchive: ({ failure }) =>
      failure.code === 'no-archive' && endpoints.every(({ lastFailure }) => lastFailure?.code === 'no-archive'),
  }
}
