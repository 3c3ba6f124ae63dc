import { mostPoints, type SeriesParameters, seriesEndpoint } from './endpoints/series'
import { parseQuery } from './parse-query'
import { Problem } from './problem'

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
  readonly format: SeriesParameters['format']
  readonly decimal: SeriesParameters['decimal']
}

/**
 * What a request for series asks. Without `to` up to `now`; without `from` as far back as 10,000 points reach.
 * Throws Problem.
 */
export const seriesQueryOf = (search: URLSearchParams, now: number): SeriesQuery => {
  const asked = parseQuery(seriesEndpoint.query, search)
  const { number: numbers, every, points, format, decimal } = asked
  const to = asked.to ?? now
  const from = asked.from ?? Math.max(0, to - (mostPoints - 1) * every)
  if (from > to) throw new Problem('bad-parameter', '`from` may not be after `to`.')
  if (Math.floor(to / every) - Math.ceil(from / every) >= mostPoints)
    throw new Problem('bad-parameter', `From \`from\` to \`to\` there may be ${mostPoints} steps of \`every\`.`)
  const fixed = asked.from !== undefined && asked.to !== undefined
  return { numbers, from, to, fixed, every, points: points ?? null, format, decimal }
}
