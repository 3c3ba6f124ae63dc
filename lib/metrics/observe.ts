import type { ChainSlug } from '../chains'
import { type Failure, type FailureCode, failure, MisfitError, NodeError, ReadError } from '../errors'
import type { AnyReader, RecordedCall } from '../reader/types'
import { indexesOf, orderCalls } from './call-order'
import { type Draft, observationOf } from './observation'
import { isPossible } from './possible'
import type { Metric, Observation, ReadMetric, Status } from './types'

/** What a chain said at one block, and all calls behind it in an order that depends on nothing but them. */
export type Reading = { readonly observations: readonly Observation[]; readonly calls: readonly RecordedCall[] }

/** Hands out readers that report each call they make; lib/reader makes them. */
export type ReaderFactory = (record: (call: RecordedCall) => void) => AnyReader

/** Keys a metric is known to have on a chain, from an earlier reading. */
export type KnownKeys = (metric: string) => readonly string[]

type Report = (error: unknown) => void
type Unknown = { readonly status: Status; readonly failure: Failure }

/** Every expected failure becomes a status of one number; a node's failure is the whole chain's and goes up. */
const unknownFor = (error: unknown, report: Report): Unknown => {
  if (error instanceof NodeError) throw error
  if (error instanceof ReadError) {
    const absent = error.name === 'AbsentError'
    return { status: absent ? 'absent' : 'failed', failure: error.failure }
  }
  // The arithmetic refuses what no honest contract answers (a rate of 10^60, a division by nothing).
  if (error instanceof RangeError) return { status: 'failed', failure: failure('misfit') }
  report(error)
  return { status: 'failed', failure: failure('defect') }
}

const unknownOf = (metric: ReadMetric, chain: ChainSlug, key: string, { status, failure }: Unknown): Draft =>
  observationOf(metric, chain, { key, status, value: null, reason: failure.message, code: failure.code })

/** One number, and the calls behind it. */
type Traced = { readonly draft: Draft; readonly calls: readonly RecordedCall[] }

const currency = (stale: FailureCode | undefined): Pick<Observation, 'status' | 'reason' | 'code'> => {
  if (stale === undefined) return { status: 'ok' }
  const { message: reason, code } = failure(stale)
  return { status: 'stale', reason, code }
}

const readKey = async (
  metric: ReadMetric,
  chain: ChainSlug,
  key: string,
  factory: ReaderFactory,
  report: Report,
): Promise<Traced> => {
  const calls: RecordedCall[] = []
  const reader = factory((call) => calls.push(call))
  try {
    const { stale, ...answer } = await metric.read(reader, key)
    if (answer.value !== null && !isPossible(metric.unit, answer.value)) throw new MisfitError()
    return { draft: observationOf(metric, chain, { key, ...currency(stale), ...answer }), calls }
  } catch (error) {
    return { draft: unknownOf(metric, chain, key, unknownFor(error, report)), calls }
  }
}

const unreadable = (metric: ReadMetric, chain: ChainSlug, knownKeys: KnownKeys, unknown: Unknown): readonly Draft[] => {
  const known = knownKeys(metric.id)
  const keys = known.length > 0 ? known : (metric.expects?.(chain) ?? [])
  return keys.map((key) => unknownOf(metric, chain, key, unknown))
}

/** A metric's numbers, and the calls that found its keys. */
const readMetric = async (
  metric: ReadMetric,
  chain: ChainSlug,
  factory: ReaderFactory,
  knownKeys: KnownKeys,
  report: Report,
): Promise<{ readonly keyCalls: readonly RecordedCall[]; readonly numbers: readonly Traced[] }> => {
  const keyCalls: RecordedCall[] = []
  try {
    const keys = await metric.keys(factory((call) => keyCalls.push(call)))
    return { keyCalls, numbers: await Promise.all(keys.map((key) => readKey(metric, chain, key, factory, report))) }
  } catch (error) {
    const drafts = unreadable(metric, chain, knownKeys, unknownFor(error, report))
    return { keyCalls, numbers: drafts.map((draft) => ({ draft, calls: keyCalls })) }
  }
}

const readOn = (metrics: readonly Metric[], chain: ChainSlug) =>
  metrics.filter((metric): metric is ReadMetric => metric.kind === 'read' && metric.chains.includes(chain))

/** What is said of a chain that could never be read: every number it is expected to have, failed. */
export const neverRead = (metrics: readonly Metric[], chain: ChainSlug, why: Failure): readonly Observation[] =>
  readOn(metrics, chain).flatMap((metric) => unreadable(metric, chain, () => [], { status: 'failed', failure: why }))

/** Makes the calls that a chain's metrics prefetch, and waits for none to succeed. */
export const prefetchOn = async (metrics: readonly Metric[], chain: ChainSlug, factory: ReaderFactory) => {
  const reader = factory(() => undefined)
  await Promise.allSettled(readOn(metrics, chain).flatMap((metric) => metric.prefetch?.(reader) ?? []))
}

/**
 * Runs every metric of a chain at once. Throws NodeError, and nothing else: a contract's failure stays with its number.
 * `report` hears of defects.
 */
export const observeChain = async (
  metrics: readonly Metric[],
  chain: ChainSlug,
  factory: ReaderFactory,
  knownKeys: KnownKeys,
  report: Report,
): Promise<Reading> => {
  const results = await Promise.all(
    readOn(metrics, chain).map((metric) => readMetric(metric, chain, factory, knownKeys, report)),
  )
  const made = results.flatMap(({ keyCalls, numbers }) => [keyCalls, ...numbers.map((number) => number.calls)])
  const { calls, indexOf } = orderCalls(made)
  return {
    calls,
    observations: results.flatMap(({ numbers }) =>
      numbers.map((number) => {
        number.draft.calls = indexesOf(number.calls, indexOf)
        return number.draft
      }),
    ),
  }
}
