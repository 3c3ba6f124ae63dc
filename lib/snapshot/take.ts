import type { Chain, ChainSlug } from '../chains'
import { type Failure, failure, NodeError } from '../errors'
import { deriveAll } from '../metrics/derive'
import { neverRead, observeChain } from '../metrics/observe'
import type { Metric, Observation } from '../metrics/types'
import { createReader, type Recorder } from '../reader/reader'
import type { Session } from '../reader/session'
import type { ChainSource, Plan } from '../reader/source'
import type { RecordedCall } from '../reader/types'
import { snapshotId } from './codec'
import { predictCalls } from './predict-calls'
import type { AsOf, ChainFailure, Snapshot } from './types'

/** What one chain contributes to a snapshot: read now, kept from before, or known to be unreadable. */
type Part = {
  readonly chain: ChainSlug
  readonly asOf: AsOf | null
  readonly failure: ChainFailure | null
  readonly observations: readonly Observation[]
  readonly calls: readonly RecordedCall[]
  readonly requests: number
}

export type TakeOptions = {
  readonly sources: readonly ChainSource[]
  readonly metrics: readonly Metric[]
  /** The newest snapshot known: gives the plan of calls, and the values that stand where a chain cannot be read. */
  readonly previous: Snapshot | null
  /** Unix seconds by the clock, only to say since when a chain fails. */
  readonly now: number
  /** Hears of defects. */
  readonly report: (error: unknown) => void
}

export type Taken = { readonly snapshot: Snapshot; readonly requests: Readonly<Partial<Record<ChainSlug, number>>> }

/** The calls to ask again in the first request. */
export const planOf = (calls: readonly RecordedCall[]): Plan =>
  calls.map(({ address, calldata, result, ok }) => ({
    address,
    calldata,
    size: (result.length - 2) / 2,
    failed: !ok && result === '0x',
  }))

const asOfBlock = (
  chain: Chain,
  block: { number: bigint; hash: `0x${string}`; timestamp: number; finality: AsOf['finality'] },
  agreement: AsOf['agreement'],
): AsOf => ({
  chainId: chain.id,
  block: block.number,
  hash: block.hash,
  timestamp: block.timestamp,
  finality: block.finality,
  agreement,
})

const observationsRead = (snapshot: Snapshot | null, chain: ChainSlug): readonly Observation[] =>
  snapshot?.numbers.filter((num) => num.chain === chain && num.inputs === undefined) ?? []

const kept = (options: TakeOptions, chain: Chain, why: Failure): Part => {
  const { previous } = options
  const { slug } = chain
  const asOf = previous?.asOf[slug] ?? null
  const since = previous?.failures[slug]?.code === why.code ? previous.failures[slug].since : options.now
  const said = { chain: slug, asOf, failure: { ...why, since }, requests: 0 }
  if (!asOf) return { ...said, observations: neverRead(options.metrics, slug, why), calls: [] }
  const observations = observationsRead(previous, slug).map((num) =>
    num.status === 'ok' || num.status === 'stale'
      ? { ...num, status: 'stale' as const, reason: why.message, code: why.code }
      : num,
  )
  return { ...said, observations, calls: previous?.calls[slug] ?? [] }
}

/** Observes and confirms one chain at the block of a session. Throws NodeError. */
const readAt = async (options: TakeOptions, source: ChainSource, session: Session) => {
  const { chain } = source
  const { previous, metrics, report } = options
  const keys = (metric: string) =>
    observationsRead(previous, chain.slug)
      .filter((num) => num.metric === metric)
      .map((num) => num.key)
  const factory = (recorder: Recorder) => createReader(session, chain, recorder)
  const reading = await observeChain(metrics, chain.slug, factory, keys, report)
  const agreement = await source.confirm(session)
  source.accept(session)
  return { ...reading, asOf: asOfBlock(chain, session.block, agreement) }
}

/**
 * A block that no other URL agrees on, or that none has any more, speaks against the URL that named it: then another
 * is asked for its head, as long as enough are left that could agree. Throws NodeError.
 */
const readAnywhere = async (options: TakeOptions, source: ChainSource, plan: Plan, onRequest: () => void) => {
  for (let left = source.endpoints.length - source.quorum; ; left--) {
    const session = await source.open(plan, undefined, onRequest)
    try {
      return await readAt(options, source, session)
    } catch (error) {
      if (left <= 0 || !(error instanceof NodeError) || !/^(disagree|lagging)$/.test(error.failure.code)) throw error
    }
  }
}

const readPart = async (options: TakeOptions, source: ChainSource): Promise<Part> => {
  const { chain } = source
  const { previous, metrics, report } = options
  let requests = 0
  const onRequest = () => {
    requests += 1
  }
  try {
    const calls = previous?.calls[chain.slug]
    const plan = calls ? planOf(calls) : await predictCalls(metrics, chain)
    const read = await readAnywhere(options, source, plan, onRequest)
    return { chain: chain.slug, failure: null, ...read, requests }
  } catch (error) {
    // A defect of ours on one chain is no reason to lose the others.
    if (!(error instanceof NodeError)) report(error)
    const why = error instanceof NodeError ? error.failure : failure('defect')
    return { ...kept(options, chain, why), requests }
  }
}

const byChain = <value>(
  parts: readonly Part[],
  pick: (part: Part) => value | null,
): Partial<Record<ChainSlug, value>> =>
  Object.fromEntries(
    parts.flatMap((part) => {
      const value = pick(part)
      return value === null ? [] : [[part.chain, value]]
    }),
  )

/**
 * One observation of everything: each chain at one block of its own, all metrics, all calls. A chain that cannot be read
 * keeps its last numbers, marked stale with the reason; it never touches the others.
 */
export const takeSnapshot = async (options: TakeOptions): Promise<Taken> => {
  const parts = await Promise.all(options.sources.map((source) => readPart(options, source)))
  const known = parts.filter((part) => part.asOf !== null)
  const read = parts.flatMap((part) => part.observations)
  const derived = deriveAll(
    options.metrics,
    read,
    known.map((part) => part.chain),
    options.report,
  )
  const content = {
    schema: 1 as const,
    time: Math.max(0, ...known.map((part) => part.asOf?.timestamp ?? 0)),
    asOf: byChain(parts, (part) => part.asOf),
    failures: byChain(parts, (part) => part.failure),
    numbers: [...read, ...derived],
    calls: byChain(known, (part) => part.calls),
  }
  return {
    snapshot: { id: snapshotId(content), ...content },
    requests: byChain(parts, (part) => part.requests),
  }
}
