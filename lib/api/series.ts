import type { Network } from '../chains'
import { failureText } from '../errors'
import { addressOfInteger } from '../format/address'
import { csvText } from '../format/csv'
import { isoTime } from '../format/date'
import { DAY, HOUR } from '../format/time'
import { classOf, metricById } from '../metrics'
import { methodVersionOf } from '../metrics/define'
import { metricIdOf, scopeOf } from '../metrics/number-id'
import type { Class, Unit } from '../metrics/types'
import { numbersOf } from '../numbers/number-index'
import type { Snapshot } from '../snapshot/types'
import type { Gap, SeriesPoint, Store } from '../store/types'
import type { SeriesJson } from './endpoints/series'
import { pause } from './pause'
import { Problem } from './problem'
import type { SeriesQuery } from './series-query'
import { samplePoints } from './series-sample'

/** One number over time, as the API says it. */
export type Series = {
  readonly id: string
  readonly unit: Unit
  readonly class: Class
  /** Of its newest point. */
  readonly methodVersion: number
  readonly points: readonly SeriesPoint[]
}

export type SeriesAnswer = {
  readonly query: SeriesQuery
  readonly series: readonly Series[]
  /** Stretches of these numbers' chains that could not be read; none where nothing is missing. */
  readonly gaps: readonly Gap[]
  /** Every instant of a fixed range is held, each well read: nothing can be added or changed any more. */
  readonly complete: boolean
}

/** How many multiples of `every` the range holds. */
const stepsIn = ({ from, to, every }: SeriesQuery) => Math.floor(to / every) - Math.ceil(from / every) + 1

const isComplete = (query: SeriesQuery, read: readonly (readonly SeriesPoint[])[]) =>
  query.fixed &&
  read.every(
    (points) =>
      points.length === stepsIn(query) && points.every(({ status }) => status === 'ok' || status === 'absent'),
  )

/** Reads the series a request asks for: two indexed range reads a series, one series after another. Throws Problem. */
export const readSeriesAnswer = async (
  store: Pick<Store, 'readSeries' | 'gaps'>,
  latest: Snapshot | null,
  query: SeriesQuery,
  signal?: AbortSignal,
): Promise<SeriesAnswer> => {
  const { numbers, from, to, every, points: most } = query
  const gaps = await store.gaps(from, to)
  const read: (readonly SeriesPoint[])[] = []
  for (const id of numbers) {
    await pause(signal)
    read.push(await store.readSeries(id, from, to, every))
  }
  await pause(signal)
  const known = latest === null ? null : numbersOf(latest)
  const series = numbers.map((id, index): Series => {
    const points = read[index] ?? []
    const num = known?.byId(id)
    const metric = metricById(metricIdOf(id))
    // Before anything has been read nobody can tell which numbers there are.
    if (metric && known === null && points.length === 0) throw new Problem('not-ready')
    if (!metric || (!num && points.length === 0)) throw new Problem('unknown-number')
    const unit = num?.unit ?? metric.unit
    const sampled = most === null ? points : samplePoints(points, most)
    return {
      id,
      unit,
      class: num?.class ?? classOf(id) ?? metric.class,
      methodVersion: points.at(-1)?.methodVersion ?? num?.methodVersion ?? methodVersionOf(metric),
      points:
        unit === 'address'
          ? sampled.map((point) =>
              point.value === null ? point : { ...point, value: addressOfInteger(BigInt(point.value)) },
            )
          : sampled,
    }
  })
  const scopes = new Set(numbers.map(scopeOf))
  const complete = isComplete(query, read)
  const theirs = gaps.filter(({ chain }) => scopes.has('all') || scopes.has(chain))
  return { query, series, gaps: complete ? [] : theirs, complete }
}

/** What an answer says before its series. */
export const seriesHead = (network: Network, { query: { from, to, every, fixed } }: SeriesAnswer) => ({
  network,
  every,
  ...(fixed ? { from, to } : {}),
})

/** A point of a series whose newest point has this method version. */
export const pointJson =
  (newest: number) =>
  ({ t, value, status, methodVersion, block, hash, timestamp }: SeriesPoint) => ({
    t,
    value,
    status,
    block: block === null ? null : block.toString(),
    blockHash: hash,
    blockTime: timestamp,
    ...(methodVersion === newest ? {} : { methodVersion }),
  })

export const gapJson = (gap: Gap) => ({ ...gap, reason: failureText(gap.reason) })

export const seriesJson = (network: Network, answer: SeriesAnswer): SeriesJson => ({
  ...seriesHead(network, answer),
  series: answer.series.map(({ points, ...about }) => ({
    ...about,
    points: points.map(pointJson(about.methodVersion)),
  })),
  gaps: answer.gaps.map(gapJson),
})

export const columns = {
  number: 'text',
  t: 'number',
  value: 'number',
  status: 'text',
  chain: 'text',
  block: 'number',
  block_hash: 'text',
  block_time: 'number',
  method_version: 'number',
  network: 'text',
  time: 'text',
  day: 'day',
} as const

/** Hexadecimal stands behind its chain, or tools read it as a number. */
const ofChain = (chain: string | null, text: string | null) => (text?.startsWith('0x') ? `${chain}:${text}` : text)

/** Of the columns. */
export const rowOf =
  (network: Network, id: string) =>
  ({ t, value, status, block, hash, timestamp, methodVersion }: SeriesPoint) => {
    const chain = scopeOf(id)
    return [
      id,
      t,
      ofChain(chain, value),
      status,
      chain,
      block,
      ofChain(chain, hash),
      timestamp,
      methodVersion,
      network,
      isoTime(t),
      t,
    ]
  }

/** A row a point. */
export const seriesCsv = (network: Network, { query, series }: SeriesAnswer): string =>
  csvText(
    columns,
    series.flatMap(({ id, points }) => points.map(rowOf(network, id))),
    query,
  )

/** A file's name says what is in it, in ASCII: the number, how many more, and when. */
export const seriesFileName = ({ numbers: [first = '', ...more], from, to, every, format }: SeriesQuery): string => {
  const number = first.replace(/[^A-Za-z0-9._-]/g, '-') + (more.length === 0 ? '' : `-and-${more.length}-more`)
  const step = every === DAY ? '1d' : every === HOUR ? '1h' : `${every}s`
  const [firstDay, lastDay] = [from, to].map((t) => isoTime(t).slice(0, 10))
  return `sparkscope-${number}-${step}-${firstDay}-to-${lastDay}.${format}`
}
