import type { ChainSlug } from '../chains'
import { type Failure, failure, NodeError, ReadError } from '../errors'
import type { AnyReader, RecordedCall } from '../reader/types'
import { deriveObservations } from './derive'
import type { Answer, DerivedMetric, Metric, Observation, ReadMetric, Status } from './types'

/** What a chain said at one block: numbers, and all calls behind them in an order that depends on nothing but them. */
export type Reading = { readonly nums: readonly Observation[]; readonly calls: readonly RecordedCall[] }

/** Hands out readers that report each call they make; lib/reader makes them. */
export type ReaderFactory = (record: (call: RecordedCall) => void) => AnyReader

const callKey = (call: RecordedCall) => `${call.address.toLowerCase()} ${call.calldata}`

/** Every expected failure becomes a status of one number; a node's failure is the whole chain's and goes up. */
const statusOf = (error: unknown, report: (error: unknown) => void): { status: Status; failure: Failure } => {
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

const latestVersion = (metric: Metric): number => metric.versions.at(-1)?.version ?? 1

/** A number while it is put together; one object for each, since a snapshot makes thousands. */
type Draft = { -readonly [name in keyof Observation]: Observation[name] }

const draftOf = (metric: ReadMetric, chain: ChainSlug, key: string, status: Status): Draft => ({
  id: `${metric.id}:${chain}:${key}`,
  metric: metric.id,
  chain,
  key,
  status,
  value: null,
  unit: metric.unit,
  class: metric.class,
  methodVersion: latestVersion(metric),
})

const unknownOf = (
  metric: ReadMetric,
  chain: ChainSlug,
  key: string,
  said: { readonly status: Status; readonly failure: Failure },
): Draft => {
  const num = draftOf(metric, chain, key, said.status)
  num.reason = said.failure.message
  num.code = said.failure.code
  return num
}

const knownOf = (metric: ReadMetric, chain: ChainSlug, key: string, answer: Answer): Draft => {
  const num = draftOf(metric, chain, key, 'ok')
  num.value = answer.value
  if (answer.label !== undefined) num.label = answer.label
  if (answer.note !== undefined) num.note = answer.note
  if (answer.class !== undefined) num.class = answer.class
  return num
}

const readKey = async (
  metric: ReadMetric,
  chain: ChainSlug,
  key: string,
  factory: ReaderFactory,
  report: (error: unknown) => void,
) => {
  const used: RecordedCall[] = []
  const reader = factory((call) => used.push(call))
  try {
    return { num: knownOf(metric, chain, key, await metric.read(reader, key)), used }
  } catch (error) {
    return { num: unknownOf(metric, chain, key, statusOf(error, report)), used }
  }
}

/** Keys a metric is known to have on a chain, from an earlier reading. */
export type KnownKeys = (metric: string) => readonly string[]

const readMetric = async (
  metric: ReadMetric,
  chain: ChainSlug,
  factory: ReaderFactory,
  knownKeys: KnownKeys,
  report: (error: unknown) => void,
) => {
  const found: RecordedCall[] = []
  try {
    const keys = await metric.keys(factory((call) => found.push(call)))
    return { found, read: await Promise.all(keys.map((key) => readKey(metric, chain, key, factory, report))) }
  } catch (error) {
    const said = statusOf(error, report)
    return { found, read: unreadable(metric, chain, knownKeys, said).map((num) => ({ num, used: found })) }
  }
}

const unreadable = (
  metric: ReadMetric,
  chain: ChainSlug,
  knownKeys: KnownKeys,
  said: { status: Status; failure: Failure },
): readonly Draft[] => {
  const known = knownKeys(metric.id)
  const keys = known.length > 0 ? known : (metric.expects?.(chain) ?? [])
  return keys.map((key) => unknownOf(metric, chain, key, said))
}

const readOn = (metrics: readonly Metric[], chain: ChainSlug) =>
  metrics.filter((metric): metric is ReadMetric => metric.kind === 'read' && metric.chains.includes(chain))

/** What is said of a chain that could never be read: every number it is expected to have, failed. */
export const neverRead = (metrics: readonly Metric[], chain: ChainSlug, why: Failure): readonly Observation[] =>
  readOn(metrics, chain).flatMap((metric) => unreadable(metric, chain, () => [], { status: 'failed', failure: why }))

/**
 * Runs every metric of a chain at once. Throws NodeError, and nothing else: a contract's failure stays with its number.
 * `report` hears of defects.
 */
export const observeChain = async (
  metrics: readonly Metric[],
  chain: ChainSlug,
  factory: ReaderFactory,
  knownKeys: KnownKeys,
  report: (error: unknown) => void,
): Promise<Reading> => {
  const results = await Promise.all(
    readOn(metrics, chain).map((metric) => readMetric(metric, chain, factory, knownKeys, report)),
  )
  // A reader hands out one object for equal calls, so that most of tens of thousands need no comparing.
  const made = new Set<RecordedCall>()
  for (const { found, read } of results) {
    for (const call of found) made.add(call)
    for (const { used } of read) for (const call of used) made.add(call)
  }
  const keys = new Map([...made].map((call) => [call, callKey(call)]))
  const byKey = new Map([...keys].map(([call, key]) => [key, call]))
  const sorted = [...byKey.keys()].sort()
  const order = new Map(sorted.map((key, index) => [key, index]))
  const places = new Map([...keys].map(([call, key]) => [call, order.get(key) ?? 0]))
  return {
    calls: sorted.flatMap((key) => byKey.get(key) ?? []),
    nums: results.flatMap(({ read }) =>
      read.map(({ num, used }) => {
        num.calls = placesOf(used, places)
        return num
      }),
    ),
  }
}

/** Where a number's calls stand among those of its chain: ascending, each once. */
const placesOf = (used: readonly RecordedCall[], places: ReadonlyMap<RecordedCall, number>): readonly number[] => {
  const found: number[] = []
  for (const call of used) {
    const place = places.get(call)
    if (place !== undefined && !found.includes(place)) found.push(place)
  }
  return found.sort((a, b) => a - b)
}

/** All numbers that follow from those read, metric by metric; each metric sees any other, whatever the order of the list. */
export const deriveAll = (
  metrics: readonly Metric[],
  read: readonly Observation[],
  chains: readonly ChainSlug[],
  report: (error: unknown) => void,
): readonly Observation[] => {
  const derived = metrics.filter((metric): metric is DerivedMetric => metric.kind === 'derived')
  return deriveObservations(derived, read, chains, report)
}
