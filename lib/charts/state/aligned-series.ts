import { add, fromDecimalString, toDecimalString } from '../../math/fixed'
import type { Class } from '../../metrics/types'
import type { SeriesSpec } from '../define/define-chart'
import type { ModelPoint, ModelSeries } from '../layout/chart-layout'

/** What stands behind a value: read; does not exist there and then; could not be read; nobody was asked at this instant. */
export const KNOWN = 0
export const ABSENT = 1
export const MISSING = 2
export const SILENT = 3

/** A series over the chart's instants. `nums` are floats for pixels: NaN where there is nothing to place. */
export type Track = {
  readonly spec: SeriesSpec
  readonly class: Class
  readonly values: readonly (string | null)[]
  readonly nums: Float64Array
  readonly states: Uint8Array
  readonly blocks: readonly (string | null)[] | null
  readonly methodVersions: readonly number[]
  readonly stale: boolean
  readonly parts: ModelPoint['parts'] | null
}

export type Tracks = {
  readonly instants: readonly number[]
  /** Those at which numbers are stored: between them a plan may have knots of its own. */
  readonly stored: readonly number[]
  readonly tracks: readonly Track[]
}

/** The exact sum of decimals. */
export const addDecimals = (a: string, b: string): string =>
  a === '0' ? b : b === '0' ? a : toDecimalString(add(fromDecimalString(a), fromDecimalString(b)))

const sameInstants = (a: readonly ModelPoint[], b: readonly ModelPoint[]): boolean =>
  a.length === b.length && a.every((point, i) => point.t === b[i]?.t)

const within = (points: readonly ModelPoint[], from: number, to: number): readonly ModelPoint[] => {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || (first.t >= from && last.t <= to)) return points
  return points.filter(({ t }) => t >= from && t <= to)
}

const rising = (found: Iterable<number>): readonly number[] => [...found].sort((a, b) => a - b)

const storedInstants = (stored: readonly (readonly ModelPoint[])[]): readonly number[] => {
  const [first, ...others] = stored.filter((points) => points.length > 0)
  if (first === undefined) return []
  if (others.every((points) => sameInstants(first, points))) return first.map(({ t }) => t)
  return rising(new Set(stored.flatMap((points) => points.map(({ t }) => t))))
}

/** Where plans bend and where the span cuts them, and where bars begin. */
const plannedInstants = (specs: readonly SeriesSpec[], from: number, to: number): readonly number[] => {
  const found = new Set<number>()
  for (const { of } of specs) {
    if (of.kind === 'bars') for (const bar of of.bars) if (bar.to > from && bar.from < to) found.add(bar.from)
    if (of.kind === 'plan') for (const t of [from, ...of.knots, to]) if (t >= from && t <= to) found.add(t)
  }
  return rising(found)
}

type Filled = Omit<Track, 'spec' | 'class' | 'methodVersions'>

/**
 * An instant without a point was not read. For what stands by itself (`alone`) that holds from its first point on: before it,
 * nothing is lost. Part of a sum it would be, so that there it is missing.
 */
const fillStored = (
  points: readonly ModelPoint[],
  instants: readonly number[],
  stored: ReadonlySet<number> | null,
  alone: boolean,
): Filled => {
  const count = instants.length
  const values = new Array<string | null>(count).fill(null)
  const blocks = new Array<string | null>(count).fill(null)
  const nums = new Float64Array(count).fill(Number.NaN)
  const states = new Uint8Array(count).fill(MISSING)
  let hasBlocks = false
  let next = 0
  for (let i = 0; i < count; i++) {
    const point = points[next]
    if (point === undefined || point.t !== instants[i]) {
      if (stored !== null && !stored.has(instants[i] ?? 0)) states[i] = SILENT
      else if (alone && next === 0 && points.length > 0) states[i] = ABSENT
      continue
    }
    next += 1
    if (point.block != null) {
      blocks[i] = String(point.block)
      hasBlocks = true
    }
    states[i] = point.value !== null ? KNOWN : point.status === 'absent' ? ABSENT : MISSING
    if (point.value === null) continue
    values[i] = point.value
    nums[i] = Number(point.value)
  }
  const last = points.at(-1)
  return {
    values,
    nums,
    states,
    blocks: hasBlocks ? blocks : null,
    stale: last?.status === 'stale',
    parts: last?.parts ?? null,
  }
}

/** A plan is drawn at `planned` alone, being straight between; its values are told at every instant. */
const fillFrom = (
  instants: readonly number[],
  planned: ReadonlySet<number> | null,
  valueAt: (t: number) => string | null,
): Filled => {
  const values = instants.map(valueAt)
  const isAsked = (i: number) => planned === null || planned.has(instants[i] ?? 0)
  return {
    values,
    nums: Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value))),
    states: Uint8Array.from(values, (value, i) => (!isAsked(i) ? SILENT : value === null ? ABSENT : KNOWN)),
    blocks: null,
    stale: false,
    parts: null,
  }
}

/** The exact sum of several: missing where any is missing, absent only where all are. */
const sumOf = (several: readonly Filled[], instants: readonly number[]): Filled => {
  const states = Uint8Array.from(instants, (_, i) => {
    const each = several.map((filled) => filled.states[i])
    if (each.includes(SILENT)) return SILENT
    return each.includes(MISSING) ? MISSING : each.includes(KNOWN) ? KNOWN : ABSENT
  })
  const values = instants.map((_, i) =>
    states[i] === KNOWN ? several.reduce((sum, { values: own }) => addDecimals(sum, own[i] ?? '0'), '0') : null,
  )
  return {
    values,
    nums: Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value))),
    states,
    blocks: several.find(({ blocks }) => blocks !== null)?.blocks ?? null,
    stale: several.some(({ stale }) => stale),
    parts: several.find(({ parts }) => parts !== null)?.parts ?? null,
  }
}

/** A track that is the exact sum of others, under a name of its own. */
export const sumTrack = (spec: SeriesSpec, of: readonly Track[], instants: readonly number[]): Track => ({
  spec,
  class: worstClass(of.map((track) => track.class)),
  methodVersions: [...new Set(of.flatMap(({ methodVersions }) => methodVersions))],
  ...sumOf(of, instants),
})

const classes: readonly Class[] = ['onchain', 'issuer', 'stated', 'promise']

/** A sum is as sure as its least sure part. */
const worstClass = (of: readonly Class[]): Class =>
  classes[Math.max(0, ...of.map((each) => classes.indexOf(each)))] ?? 'onchain'

/** Lays every series over common instants within a span. */
export const layTracks = (
  specs: readonly SeriesSpec[],
  series: ReadonlyMap<string, ModelSeries>,
  from: number,
  to: number,
): Tracks => {
  const cut = new Map<string, readonly ModelPoint[]>()
  const storedOf = (spec: SeriesSpec): readonly (readonly ModelPoint[])[] =>
    spec.of.kind !== 'numbers'
      ? []
      : spec.of.ids.map((id) => {
          const held = cut.get(id) ?? within(series.get(id)?.points ?? [], from, to)
          cut.set(id, held)
          return held
        })
  const stored = storedInstants(specs.flatMap(storedOf))
  const planned = plannedInstants(specs, from, to)
  const mixed = stored.length > 0 && planned.length > 0
  const instants = mixed ? rising(new Set([...stored, ...planned])) : stored.length > 0 ? stored : planned
  const [atStored, atPlanned] = mixed ? [new Set(stored), new Set(planned)] : [null, null]
  const tracks = specs.map((spec): Track => {
    const { of } = spec
    if (of.kind === 'plan')
      return { spec, class: spec.class, methodVersions: [], ...fillFrom(instants, atPlanned, of.at) }
    if (of.kind === 'bars') {
      const byStart = new Map(of.bars.map((bar) => [bar.from, bar.value]))
      return {
        spec,
        class: spec.class,
        methodVersions: [],
        ...fillFrom(instants, atPlanned, (t) => byStart.get(t) ?? null),
      }
    }
    const filled = storedOf(spec).map((points) => fillStored(points, instants, atStored, spec.mark !== 'area'))
    const [only, second] = filled
    const held = of.ids.map((id) => series.get(id))
    return {
      spec,
      class: worstClass([spec.class, ...held.map((each) => each?.class ?? spec.class)]),
      methodVersions: [...new Set(held.flatMap((each) => (each ? [each.methodVersion] : [])))],
      ...(only !== undefined && second === undefined ? only : sumOf(filled, instants)),
    }
  })
  return { instants, stored, tracks }
}

/** The newest instant at which a track is known; −1 where it never is. */
export const lastKnown = ({ states }: Pick<Track, 'states'>): number => states.lastIndexOf(KNOWN)
