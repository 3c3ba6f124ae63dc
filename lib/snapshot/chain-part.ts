import type { Chain, ChainSlug } from '../chains'
import { type Failure, failure, NodeError } from '../errors'
import { neverRead, observeChain, type Reading } from '../metrics/observe'
import type { Metric, Observation } from '../metrics/types'
import { createReader, type Recorder } from '../reader/reader'
import type { Session } from '../reader/session'
import type { ChainSource, Plan } from '../reader/source'
import type { RecordedCall } from '../reader/types'
import { checkReading, type Tallies } from './check-reading'
import { versionsOf } from './collapse'
import { predictCalls, repeatCalls } from './predict-calls'
import type { AsOf, ChainFailure, Snapshot } from './types'

export type ReadOptions = {
  readonly metrics: readonly Metric[]
  /** The newest snapshot known: gives the plan of calls, and the values that stand where a chain cannot be read. */
  readonly previous: Snapshot | null
  /** Unix seconds by the clock, only to say since when a chain fails. */
  readonly now: number
  /** Hears of defects. */
  readonly report: (error: unknown) => void
}

/** What one chain contributes to a snapshot: read now, carried over from the previous one, or nothing but failures. */
export type ChainPart = {
  readonly chain: ChainSlug
  readonly asOf: AsOf | null
  readonly failure: ChainFailure | null
  readonly observations: readonly Observation[]
  readonly calls: readonly RecordedCall[]
  readonly requests: number
}

const readBefore = (snapshot: Snapshot | null, chain: ChainSlug): readonly Observation[] =>
  snapshot?.numbers.filter((each) => each.chain === chain && each.inputs === undefined) ?? []

/** The previous snapshot's numbers of a chain that cannot be read now, marked stale; failed where there are none. */
const carryOver = (options: ReadOptions, { slug }: Chain, why: Failure): Omit<ChainPart, 'requests'> => {
  const { previous, metrics, now } = options
  const asOf = previous?.asOf[slug] ?? null
  const before = previous?.failures[slug]
  const chainFailure = { ...why, since: before?.code === why.code ? before.since : now }
  if (!asOf) return { chain: slug, asOf, failure: chainFailure, observations: neverRead(metrics, slug, why), calls: [] }
  const observations = readBefore(previous, slug).map((each) =>
    each.status === 'ok' || each.status === 'stale'
      ? { ...each, status: 'stale' as const, reason: why.message, code: why.code }
      : each,
  )
  return { chain: slug, asOf, failure: chainFailure, observations, calls: previous?.calls[slug] ?? [] }
}

/** How often in a row each chain's reading was implausible: a restart counts anew. */
const talliesOf = new WeakMap<ChainSource, Tallies>()

/** The chain's part of a snapshot as the reading that it was made of; null where there is none. */
const readingOf = (snapshot: Snapshot | null, chain: ChainSlug): Reading | null => {
  const calls = snapshot?.calls[chain]
  return calls && snapshot?.asOf[chain] ? { observations: readBefore(snapshot, chain), calls } : null
}

/** Observes one chain at the block of a session, and has it confirmed. Throws NodeError. */
const readSession = async (options: ReadOptions, source: ChainSource, session: Session) => {
  const { chain } = source
  const { previous, metrics, report } = options
  const knownKeys = (metric: string) =>
    readBefore(previous, chain.slug)
      .filter((each) => each.metric === metric)
      .map((each) => each.key)
  const factory = (recorder: Recorder) => createReader(session, chain, recorder)
  const now = await observeChain(metrics, chain.slug, factory, knownKeys, report)
  const tallies = talliesOf.get(source) ?? new Map()
  talliesOf.set(source, tallies)
  const before = readingOf(previous, chain.slug)
  const versions = versionsOf(metrics)
  const beforeTime = previous?.asOf[chain.slug]?.timestamp ?? 0
  const reading = await checkReading({ source, session, before, beforeTime, now, versions, tallies, key: chain.slug })
  const agreement = await source.confirm(session)
  source.accept(session)
  const { number: block, hash, timestamp, finality } = session.block
  const asOf: AsOf = { chainId: chain.id, block, hash, timestamp, finality, agreement }
  return { ...reading, asOf }
}

/**
 * A block that no other URL agrees on, that none has any more, or whose answers cannot be true, speaks against the URL
 * that named it: then another is asked for its head, as long as enough are left that could agree. Throws NodeError.
 */
const readWithFailover = async (options: ReadOptions, source: ChainSource, plan: Plan, onRequest: () => void) => {
  for (let left = source.endpoints.length - source.quorum; ; left--) {
    const session = await source.open(plan, undefined, onRequest)
    try {
      return await readSession(options, source, session)
    } catch (error) {
      if (left <= 0 || !(error instanceof NodeError) || !/^(disagree|lagging|implausible)$/.test(error.failure.code))
        throw error
    }
  }
}

/** Never throws: a chain that cannot be read is carried over. */
export const readChainPart = async (options: ReadOptions, source: ChainSource): Promise<ChainPart> => {
  const { chain } = source
  const { previous, metrics, report } = options
  let requests = 0
  const onRequest = () => {
    requests += 1
  }
  try {
    const before = previous?.asOf[chain.slug]
    if (before) source.recall({ number: before.block, timestamp: before.timestamp })
    const calls = previous?.calls[chain.slug]
    const plan = calls ? repeatCalls(calls) : await predictCalls(metrics, chain)
    const read = await readWithFailover(options, source, plan, onRequest)
    return { chain: chain.slug, failure: null, ...read, requests }
  } catch (error) {
    // A defect of ours on one chain is no reason to lose the others.
    if (!(error instanceof NodeError)) report(error)
    const why = error instanceof NodeError ? error.failure : failure('defect')
    return { ...carryOver(options, chain, why), requests }
  }
}
