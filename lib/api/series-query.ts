import { DAY, HOUR } from '../format/time'
import { metricById } from '../metrics'
import { parseNumberId } from '../metrics/number-id'
import { Problem } from './problem'

/** Series in one answer, and points of one series. */
export const seriesAtMost = 10
export const pointsAtMost = 10_000
const fewestPoints = 10
const longestStep = 366 * DAY

export type SeriesQuery = {
  readonly numbers: readonly string[]
  /** Unix seconds, both included. */
  readonly from: number
  readonly to: number
  /** Whether both ends were given, so that the range does not move on with time. */
  readonly fixed: boolean
  readonly every: number
  /** Points of one series, at most; null: all. */
  readonly points: number | null
  readonly format: 'json' | 'csv'
}

const isNumberId = (id: string): boolean => metricById(parseNumberId(id)?.metric ?? '') !== undefined

const one = (query: URLSearchParams, name: string): string | null => {
  const values = query.getAll(name)
  if (values.length > 1) throw new Problem('bad-parameter', `\`${name}\` may be given once.`)
  return values[0] ?? null
}

/** Unix seconds or an ISO day (its first second; as an end, too). Throws Problem. */
const timeOf = (query: URLSearchParams, name: 'from' | 'to'): number | null => {
  const text = one(query, name)
  if (text === null) return null
  if (/^\d{1,11}$/.test(text)) return Number(text)
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN
  if (!Number.isNaN(day) && new Date(day).toISOString().startsWith(text)) return day / 1000
  throw new Problem('bad-parameter', `\`${name}\` may be unix seconds, or a day such as 2026-01-31.`)
}

const everyOf = (query: URLSearchParams): number => {
  const text = one(query, 'every') ?? '1d'
  const named: Readonly<Record<string, number>> = { '1h': HOUR, '1d': DAY }
  const every = named[text] ?? (/^\d{4,8}$/.test(text) ? Number(text) : 0)
  if (every >= HOUR && every % HOUR === 0 && every <= longestStep) return every
  throw new Problem('bad-parameter', '`every` may be 1h, 1d, or a multiple of 3600 seconds up to 366 days.')
}

const pointsOf = (query: URLSearchParams): number | null => {
  const text = one(query, 'points')
  if (text === null) return null
  const points = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (points >= fewestPoints && points <= pointsAtMost) return points
  throw new Problem('bad-parameter', `\`points\` may be ${fewestPoints} to ${pointsAtMost}.`)
}

const formatOf = (query: URLSearchParams): 'json' | 'csv' => {
  const text = one(query, 'format') ?? 'json'
  if (text === 'json' || text === 'csv') return text
  throw new Problem('bad-parameter', '`format` may be json or csv.')
}

/**
 * What a request for series asks. Without `to` up to `now`; without `from` as far back as 10,000 points reach.
 * Throws Problem.
 */
export const seriesQueryOf = (query: URLSearchParams, now: number): SeriesQuery => {
  const numbers = [...new Set(query.getAll('number'))]
  if (numbers.length === 0 || numbers.length > seriesAtMost)
    throw new Problem(
      'bad-parameter',
      `\`number\` may be 1 to ${seriesAtMost} ids of numbers, each as a parameter of its own.`,
    )
  if (!numbers.every(isNumberId)) throw new Problem('unknown-number')
  const every = everyOf(query)
  const [givenFrom, givenTo] = [timeOf(query, 'from'), timeOf(query, 'to')]
  const to = givenTo ?? now
  const from = givenFrom ?? Math.max(0, to - (pointsAtMost - 1) * every)
  if (from > to) throw new Problem('bad-parameter', '`from` may not be after `to`.')
  if (Math.floor(to / every) - Math.ceil(from / every) >= pointsAtMost)
    throw new Problem('bad-parameter', `From \`from\` to \`to\` there may be ${pointsAtMost} steps of \`every\`.`)
  const fixed = givenFrom !== null && givenTo !== null
  return { numbers, from, to, fixed, every, points: pointsOf(query), format: formatOf(query) }
}
