import { Problem } from '@/lib/api/problem'
import type { Chart } from '@/lib/charts/define/define-chart'
import type { ModelGap, ModelPoint, ModelSeries } from '@/lib/charts/layout/chart-layout'
import type { Days, View } from '@/lib/charts/query/view'
import { numbersNeeded, seriesKeys, spanOf } from '@/lib/charts/state/select-series'
import { DAY, HOUR } from '@/lib/format/time'
import { messages } from '@/lib/i18n/messages'
import { metricById } from '@/lib/metrics'
import { metricIdOf, scopeOf } from '@/lib/metrics/number-id'
import type { Class, Scope, Unit } from '@/lib/metrics/types'
import { hasRead, type NumberIndex, numbersOf } from '@/lib/numbers/number-index'
import { decimalOf } from '@/lib/numbers/value'
import { getAppRuntime } from '@/lib/server/app-runtime'
import type { Snapshot } from '@/lib/snapshot/types'
import type { Revision, SeriesPoint } from '@/lib/store/types'
import { RefusedQuery } from '../query/refused-query'
import { newestRevision, storedGaps, storedSeries } from './stored-series'

/** Blocks of this age are final on all six chains: what is stored up to there is never added to later. */
const FINAL_AFTER = 6 * HOUR

export type ChartPoint = ModelPoint & {
  readonly hash: string | null
  readonly blockTime: number | null
  readonly methodVersion: number
}
export type ChartSeries = Omit<ModelSeries, 'points'> & { readonly unit: Unit; readonly points: readonly ChartPoint[] }

/** Everything that a chart's documents are made of, page, frame, picture and data alike. */
export type Loaded = {
  readonly chart: Chart
  readonly view: View
  /** The snapshot whose numbers end the lines; null where days are pinned. */
  readonly snapshot: Snapshot | null
  readonly series: readonly ChartSeries[]
  readonly gaps: readonly ModelGap[]
  /** Unix seconds. */
  readonly asOf: number
  /** The newest midnight up to which everything drawn is stored for good; null where no day can be pinned. */
  readonly settled: number | null
  /** Names the history as it is stored now, for links that never change. */
  readonly stored: number
  /** Nothing can ever be added to what is drawn, though no revision is named: all of it is held. */
  readonly complete: boolean
}

const chainOf = (id: string): Scope => {
  return scopeOf(id) ?? 'all'
}

/** Ids of all numbers that charts may draw: those of the newest snapshot. */
export const knownNumbers = (snapshot: Snapshot | null): ReadonlySet<string> =>
  new Set(snapshot?.numbers.map(({ id }) => id))

/** The newest snapshot, in which some chain at least was read: where none was, it has no time and nothing to draw. */
export const newestRead = (): Snapshot => {
  const snapshot = getAppRuntime().latest()
  if (snapshot === null || !hasRead(snapshot)) throw new Problem('not-ready')
  return snapshot
}

const snapshotPin = /^[0-9a-f]{64}$/
const listed = 24

/** Numbers that a link to the past may name though the newest snapshot has them no more: such a link stays as it was. */
const pastNumbers = async (search: URLSearchParams, now: ReadonlySet<string>): Promise<readonly string[]> => {
  const { latest, store } = getAppRuntime()
  const [pin = ''] = search.get('pin')?.split('@', 1) ?? []
  if (snapshotPin.test(pin)) return [...knownNumbers(pin === latest()?.id ? null : await store.snapshotById(pin))]
  if (pin === '') return []
  const asked = [...new Set(['hide', 'add'].flatMap((name) => search.get(name)?.split(',', listed) ?? []))]
  const gone = asked.filter((key) => metricById(metricIdOf(key)) !== undefined && !now.has(key))
  const held = await Promise.all(gone.map((id) => storedSeries(id, 0, latest()?.time ?? 0, DAY)))
  return gone.filter((_, i) => held[i]?.length !== 0)
}

/** What `hide` and `add` may name in a link to a chart. */
export const knownKeys = async (chart: Chart, search: URLSearchParams): Promise<ReadonlySet<string>> => {
  const now = knownNumbers(getAppRuntime().latest())
  return seriesKeys(chart, new Set([...now, ...(await pastNumbers(search, now))]))
}

const storedPoint = (point: SeriesPoint): ChartPoint => ({
  t: point.t,
  value: point.value,
  status: point.status,
  block: point.block,
  hash: point.hash,
  blockTime: point.timestamp,
  methodVersion: point.methodVersion,
})

/** The number as the snapshot itself has it: what ends a line. */
const newestPoint = (id: string, numbers: NumberIndex): ChartPoint | null => {
  const num = numbers.byId(id)
  if (num === undefined) return null
  const chain = chainOf(id)
  // a value that stands from an earlier refresh is not of this block
  const asOf = chain === 'all' || num.status === 'stale' ? undefined : numbers.snapshot.asOf[chain]
  return {
    t: numbers.snapshot.time,
    value: decimalOf(num),
    status: num.status,
    block: asOf?.block ?? null,
    hash: asOf?.hash ?? null,
    blockTime: asOf?.timestamp ?? null,
    methodVersion: num.methodVersion,
    ...(num.parts === undefined ? {} : { parts: num.parts }),
  }
}

const seriesOf = (id: string, points: readonly ChartPoint[], numbers: NumberIndex | null): ChartSeries => {
  const metric = metricById(metricIdOf(id))
  const num = numbers?.byId(id)
  const kind: Class = num?.class ?? metric?.class ?? 'onchain'
  return {
    id,
    class: kind,
    unit: num?.unit ?? metric?.unit ?? 'count',
    methodVersion: points.at(-1)?.methodVersion ?? 1,
    points,
  }
}

/** Whether hours are drawn: only in a month or less, and never in what is pinned, which is of days. */
const isShort = ({ range, pin }: View): boolean =>
  pin === null && (typeof range === 'string' ? range === '30d' : range.to - range.from <= 31 * DAY)

/** Whether nearly all hours are stored: half-filled, the days between them would look like gaps. */
const hasHours = (points: readonly SeriesPoint[], to: number): boolean =>
  points.length > (0.8 * (to - (points[0]?.t ?? to))) / HOUR

const history = async (
  ids: readonly string[],
  view: View,
  until: number,
  revision?: number,
): Promise<readonly (readonly SeriesPoint[])[]> => {
  if (!isShort(view)) return Promise.all(ids.map((id) => storedSeries(id, 0, until, DAY, revision)))
  const from = typeof view.range === 'string' ? until - (until % HOUR) - 30 * DAY : view.range.from
  const to = typeof view.range === 'string' ? until : Math.min(until, view.range.to)
  const hourly = await Promise.all(ids.map((id) => storedSeries(id, from, to, HOUR)))
  if (hourly.every((points) => points.length === 0 || hasHours(points, to))) return hourly
  return hourly.map((points) => points.filter(({ t }) => t % DAY === 0))
}

/** The midnight up to which each series has been read, or is known not to be readable. */
const settledOf = (
  stored: readonly (readonly SeriesPoint[])[],
  ids: readonly string[],
  gaps: readonly ModelGap[],
): number | null => {
  const ends = stored.flatMap((points, i) => {
    const days = points.filter(({ t }) => t % DAY === 0)
    const last = days.at(-1)?.t
    if (last === undefined) return []
    const gap = Math.max(0, ...gaps.filter(({ chain }) => chain === chainOf(ids[i] ?? '')).map(({ to }) => to))
    return [Math.max(last, gap - (gap % DAY))]
  })
  return ends.length === 0 ? null : Math.min(...ends)
}

/** Whether each series was read well, or did not exist, at every midnight of a range: nothing can come in between. */
const isComplete = (stored: readonly (readonly SeriesPoint[])[], from: number, to: number): boolean => {
  const first = Math.ceil(from / DAY) * DAY
  const days = Math.floor((to - first) / DAY) + 1
  return stored.every((points) => {
    const known = points.filter(({ t, status }) => t >= first && t <= to && (status === 'ok' || status === 'absent'))
    return known.length === days
  })
}

type Read = { readonly chart: Chart; readonly view: View; readonly newest: Revision; readonly revision?: number }

/** What is drawn of the numbers up to now, or up to a snapshot: their history, then the snapshot's own values. */
const loadSnapshot = async ({ chart, view, newest, revision }: Read, snapshot: Snapshot): Promise<Loaded> => {
  const numbers = numbersOf(snapshot)
  const ids = numbersNeeded(chart, view, knownNumbers(snapshot))
  const asOf = snapshot.time
  const until = view.pin !== null ? asOf - FINAL_AFTER - ((asOf - FINAL_AFTER) % DAY) : asOf
  const [stored, gaps] = await Promise.all([history(ids, view, until, revision), storedGaps(0, until, revision)])
  const series = ids.map((id, i) => {
    const past = (stored[i] ?? []).filter(({ t }) => t < asOf).map(storedPoint)
    const newest = newestPoint(id, numbers)
    return seriesOf(id, newest ? [...past, newest] : past, numbers)
  })
  return {
    chart,
    view,
    snapshot,
    series,
    gaps,
    asOf,
    settled: settledOf(stored, ids, gaps),
    stored: newest.storedAt,
    complete: view.pin !== null && isComplete(stored, spanOf(chart, view, asOf).from, until),
  }
}

const lastDay = { en: messages.en.charts.bad.pin, 'zh-Hant': messages['zh-Hant'].charts.bad.pin }

/** What is drawn of finalised days alone: nothing of it speaks of the newest snapshot. */
const loadDays = async ({ chart, view, newest, revision }: Read, pin: Days, latest: Snapshot): Promise<Loaded> => {
  const { from, to } = pin
  const held = revision === undefined ? null : await getAppRuntime().store.storedNumbers(from, to, DAY, revision)
  if (held?.length === 0) throw new Problem('unknown-snapshot', unknownRevision)
  let known: ReadonlySet<string> = new Set(held ?? [...knownNumbers(latest), ...view.hide, ...view.add])
  const until = revision === undefined ? latest.time : to
  const allGaps = await storedGaps(0, until, revision)
  // numbers that came later have no points here: the chart is then that of the numbers that were
  let leftOut = false
  for (;;) {
    const ids = numbersNeeded(chart, view, known)
    const whole = await history(ids, view, until, revision)
    const settled = settledOf(whole, ids, allGaps)
    if (revision === undefined && to > (settled ?? latest.time))
      throw new RefusedQuery([{ parameter: 'pin', allowed: lastDay }])
    const stored = whole.map((points) => points.filter(({ t }) => t <= to))
    const without = ids.filter((id, i) => known.has(id) && stored[i]?.length === 0)
    if (without.length === 0) {
      const series = ids.map((id, i) => seriesOf(id, (stored[i] ?? []).map(storedPoint), null))
      const gaps = allGaps.filter(({ from }) => from <= to)
      // a plan is drawn whole, from before the days that are pinned; a number left out for want of points may be filled yet
      const isWhole = isComplete(stored, Math.min(from, spanOf(chart, view, to).from), to)
      const complete = ids.length > 0 && !leftOut && isWhole
      return { chart, view, snapshot: null, series, gaps, asOf: to, settled, stored: newest.storedAt, complete }
    }
    leftOut = true
    known = new Set([...known].filter((id) => !without.includes(id)))
  }
}

const unknownRevision = '`pin` names a state of the history that this store never held.'

/** Reads what a view draws. @throws Problem before the first snapshot, and for pins of what is not stored, or not yet for good. */
export const loadChart = async (chart: Chart, view: View): Promise<Loaded> => {
  const { pin } = view
  const { store } = getAppRuntime()
  const now = newestRead()
  const [newest, named] = await Promise.all([
    newestRevision(),
    pin?.stored === undefined ? undefined : store.revision(pin.stored),
  ])
  if (newest === null || named === null) throw new Problem('unknown-snapshot', unknownRevision)
  const read: Read = { chart, view, newest, ...(named ? { revision: named.id } : {}) }
  if (pin === null) return loadSnapshot(read, now)
  if (!('snapshot' in pin)) return loadDays(read, pin, now)
  const pinned = now.id === pin.snapshot ? now : await store.snapshotById(pin.snapshot)
  if (pinned === null || !hasRead(pinned)) throw new Problem('unknown-snapshot')
  return loadSnapshot(read, pinned)
}
