import type { SeriesSpec } from '../define/define-chart'
import {
  ABSENT,
  type AlignedSeries,
  type AlignedValues,
  floatsOf,
  KNOWN,
  MISSING,
  NOT_DUE,
  ratioValues,
  sumValues,
  worstClass,
} from './aligned-series'
import type { ChartPoint, ChartSeries } from './chart-data'
import { instantsOf } from './instants'

type Aligned = {
  readonly instants: readonly number[]
  readonly stored: readonly number[]
  readonly series: readonly AlignedSeries[]
}

const within = (points: readonly ChartPoint[], from: number, to: number): readonly ChartPoint[] => {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || (first.t >= from && last.t <= to)) return points
  return points.filter(({ t }) => t >= from && t <= to)
}

/**
 * An instant without a point was not read. For a series that stands by itself (`alone`) that holds from its first point on:
 * before it, nothing is lost. Part of a sum it would be, so that there it is missing.
 */
const alignPoints = (
  points: readonly ChartPoint[],
  instants: readonly number[],
  due: ReadonlySet<number> | null,
  alone: boolean,
): AlignedValues => {
  const count = instants.length
  const values = new Array<string | null>(count).fill(null)
  const blocks = new Array<string | null>(count).fill(null)
  const aligned = new Array<ChartPoint | null>(count).fill(null)
  const presence = new Uint8Array(count).fill(MISSING)
  let hasBlocks = false
  let next = 0
  for (let i = 0; i < count; i++) {
    const point = points[next]
    if (point === undefined || point.t !== instants[i]) {
      if (due !== null && !due.has(instants[i] ?? 0)) presence[i] = NOT_DUE
      else if (alone && next === 0 && points.length > 0) presence[i] = ABSENT
      continue
    }
    next += 1
    aligned[i] = point
    if (point.block != null) {
      blocks[i] = String(point.block)
      hasBlocks = true
    }
    presence[i] = point.value !== null ? KNOWN : point.status === 'absent' ? ABSENT : MISSING
    values[i] = point.value
  }
  const last = points.at(-1)
  return {
    values,
    floats: floatsOf(values),
    presence,
    points: aligned,
    blocks: hasBlocks ? blocks : null,
    stale: last?.status === 'stale',
    parts: last?.parts ?? null,
  }
}

/** A plan is drawn at its `due` instants alone, being straight between them; its values are told at every instant. */
const alignFunction = (
  instants: readonly number[],
  due: ReadonlySet<number> | null,
  valueAt: (t: number) => string | null,
): AlignedValues => {
  const values = instants.map(valueAt)
  const isDue = (i: number) => due === null || due.has(instants[i] ?? 0)
  return {
    values,
    floats: floatsOf(values),
    presence: Uint8Array.from(values, (value, i) => (!isDue(i) ? NOT_DUE : value === null ? ABSENT : KNOWN)),
    points: null,
    blocks: null,
    stale: false,
    parts: null,
  }
}

const combine = (as: 'sum' | 'ratio', each: readonly AlignedValues[], count: number): AlignedValues => {
  const [first, second] = each
  if (first !== undefined && second === undefined) return first
  return as === 'ratio' && first !== undefined && second !== undefined
    ? ratioValues(first, second, count)
    : sumValues(each, count)
}

/** Brings every series to common instants within a span. */
export const alignSeries = (
  specs: readonly SeriesSpec[],
  series: ReadonlyMap<string, ChartSeries>,
  from: number,
  to: number,
): Aligned => {
  const cut = new Map<string, readonly ChartPoint[]>()
  const pointsOf = (id: string): readonly ChartPoint[] => {
    const points = cut.get(id) ?? within(series.get(id)?.points ?? [], from, to)
    cut.set(id, points)
    return points
  }
  const { instants, stored, dueStored, duePlanned } = instantsOf(specs, pointsOf, from, to)
  const align = (spec: SeriesSpec): AlignedSeries => {
    const { of } = spec
    const declared = { spec, class: spec.class, methodVersions: [] }
    if (of.kind === 'plan') return { ...declared, ...alignFunction(instants, duePlanned, of.at) }
    if (of.kind === 'bars') {
      const byStart = new Map(of.bars.map((bar) => [bar.from, bar.value]))
      return { ...declared, ...alignFunction(instants, duePlanned, (t) => byStart.get(t) ?? null) }
    }
    const each = of.ids.map((id) => alignPoints(pointsOf(id), instants, dueStored, spec.mark !== 'area'))
    const found = of.ids.map((id) => series.get(id))
    return {
      spec,
      class: worstClass(found.map((one) => one?.class ?? spec.class)),
      methodVersions: [...new Set(found.flatMap((one) => (one ? [one.methodVersion] : [])))],
      ...combine(of.as ?? 'sum', each, instants.length),
      // blocks of several chains are none of the sum's own
      ...(new Set(of.ids.map((id) => id.split(':')[1])).size > 1 ? { blocks: null } : {}),
    }
  }
  return { instants, stored, series: specs.map(align) }
}
