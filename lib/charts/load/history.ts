import { DAY, HOUR } from '../../format/time'
import { scopeOf } from '../../metrics/number-id'
import type { SeriesPoint } from '../../store/types'
import type { View } from '../query/view'
import type { ChartGap } from '../state/chart-data'
import { getSeries } from './cached-reads'
import type { ChartSource } from './source'

/** The stored points of several numbers, in their order. */
export type History = readonly (readonly SeriesPoint[])[]

/** Whether hours are drawn: only in a month or less, and never in what is pinned, which is of days. */
const isShort = ({ range, pin }: View): boolean =>
  pin === null && (typeof range === 'string' ? range === '30d' : range.to - range.from <= 31 * DAY)

/** Whether nearly all hours are stored: half-filled, the days between them would look like gaps. */
const hasHours = (points: readonly SeriesPoint[], to: number): boolean =>
  points.length > (0.8 * (to - (points[0]?.t ?? to))) / HOUR

/** What is stored of numbers up to an instant, a point a day, or an hour where the view is short. */
export const getHistory = async (
  source: ChartSource,
  ids: readonly string[],
  view: View,
  until: number,
  revision?: number,
): Promise<History> => {
  if (!isShort(view)) return Promise.all(ids.map((id) => getSeries(source, id, 0, until, DAY, revision)))
  const from = typeof view.range === 'string' ? until - (until % HOUR) - 30 * DAY : view.range.from
  const to = typeof view.range === 'string' ? until : Math.min(until, view.range.to)
  const hourly = await Promise.all(ids.map((id) => getSeries(source, id, from, to, HOUR)))
  if (hourly.every((points) => points.length === 0 || hasHours(points, to))) return hourly
  return hourly.map((points) => points.filter(({ t }) => t % DAY === 0))
}

/** The midnight up to which each series has been read, or is known not to be readable. */
export const settledUntil = (history: History, ids: readonly string[], gaps: readonly ChartGap[]): number | null => {
  const ends = history.flatMap((points, i) => {
    const last = points.findLast(({ t }) => t % DAY === 0)?.t
    if (last === undefined) return []
    const own = scopeOf(ids[i] ?? '') ?? 'all'
    const gap = Math.max(0, ...gaps.filter(({ chain }) => chain === own).map(({ to }) => to))
    return [Math.max(last, gap - (gap % DAY))]
  })
  return ends.length === 0 ? null : Math.min(...ends)
}

/** Whether each series was read well, or did not exist, at every midnight of a range: nothing can come in between. */
export const isComplete = (history: History, from: number, to: number): boolean => {
  const first = Math.ceil(from / DAY) * DAY
  const days = Math.floor((to - first) / DAY) + 1
  return history.every((points) => {
    const known = points.filter(({ t, status }) => t >= first && t <= to && (status === 'ok' || status === 'absent'))
    return known.length === days
  })
}
