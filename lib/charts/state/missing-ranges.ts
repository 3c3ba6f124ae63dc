import type { Scope } from '../../metrics/types'
import { type AlignedSeries, KNOWN, MISSING, NOT_DUE } from './aligned-series'
import type { ChartGap } from './chart-data'
import { LATE, missingInstants } from './missing-instants'
import type { MissingReason } from './missing-reason'

/** A stretch of time without readings. `partial`: of some series only. */
export type MissingRange = {
  /** The readings around it, between which nothing can be drawn. */
  readonly from: number
  readonly to: number
  /** The first and the last reading that is missing. */
  readonly first: number
  readonly last: number
  /** Of which chain; `all` where of several. */
  readonly scope: Scope
  readonly reason: MissingReason
  readonly partial: boolean
}

export type MissingContext = {
  readonly instants: readonly number[]
  readonly stored: readonly number[]
  readonly gaps: readonly ChartGap[]
  readonly span: { readonly from: number; readonly to: number; readonly fixed: boolean }
  /** Readings are due until then. */
  readonly asOf: number
  readonly every: number
}

const scopeOf = (series: readonly AlignedSeries[]): Scope => {
  const [scope = 'all', other] = new Set(series.map(({ spec }) => spec.chain))
  return other === undefined ? scope : 'all'
}

/** Runs of instants at which `is` holds, as pairs of first and last index; those to `skip` neither end a run nor add to it. */
const runsWhere = (
  count: number,
  is: (i: number) => boolean,
  skip: (i: number) => boolean,
): (readonly [number, number])[] => {
  const runs: (readonly [number, number])[] = []
  let [first, last] = [-1, -1]
  for (let i = 0; i <= count; i++) {
    if (i < count && skip(i)) continue
    if (i < count && is(i)) {
      if (first === -1) first = i
      last = i
    } else if (first !== -1) {
      runs.push([first, last])
      first = -1
    }
  }
  return runs
}

/** What the store says of a stretch of these series' chains; null where it says nothing. */
const storedReason = (
  from: number,
  to: number,
  series: readonly AlignedSeries[],
  { gaps }: MissingContext,
): MissingReason | null => {
  const chains = new Set(series.map(({ spec }) => spec.chain))
  const gap = gaps.find(
    (each) => each.from < to && each.to > from && (chains.has(each.chain) || chains.has('all') || each.chain === 'all'),
  )
  return gap === undefined ? null : { kind: 'stored', gap }
}

/** Where several series that only mean something together lack one: each stretch once, with the series that lack. */
export const missingTogether = (series: readonly AlignedSeries[], context: MissingContext): readonly MissingRange[] => {
  const { instants, span, asOf } = context
  const isMissing = (i: number) => series.some(({ presence }) => presence[i] === MISSING)
  const skip = (i: number) => series.every(({ presence }) => presence[i] === NOT_DUE)
  return runsWhere(instants.length, isMissing, skip).map(([first, last]): MissingRange => {
    const from = instants[first - 1] ?? Math.min(span.from, instants[first] ?? span.from)
    const to = instants[last + 1] ?? Math.max(instants[last] ?? span.to, Math.min(asOf, span.to))
    const lacking = series.filter(({ presence }) => presence.subarray(first, last + 1).includes(MISSING))
    const unread: MissingReason = { kind: 'unread', names: lacking.map(({ spec }) => spec.name) }
    const reason = storedReason(from, to, lacking, context) ?? unread
    const readings = { first: instants[first] ?? from, last: instants[last] ?? to }
    return { from, to, ...readings, scope: scopeOf(lacking), reason, partial: false }
  })
}

/** Where single series lack readings: partial where another of them is known, whole elsewhere. */
export const missingApart = (series: readonly AlignedSeries[], context: MissingContext): readonly MissingRange[] =>
  series
    .flatMap((each) =>
      missingTogether([each], context).map((range) => {
        const others = series.filter((other) => other !== each)
        const partial = others.some(({ presence }) =>
          context.instants.some((t, i) => t > range.from && t < range.to && presence[i] === KNOWN),
        )
        return { ...range, partial }
      }),
    )
    .filter((range, i, all) => all.findIndex(({ from, to }) => from === range.from && to === range.to) === i)

/** Where no instant is stored at all: between two that stand too far apart, and before the first and after the last. */
export const emptyRanges = (series: readonly AlignedSeries[], context: MissingContext): readonly MissingRange[] => {
  const { stored, span, asOf, every } = context
  const [first, last] = [stored[0], stored.at(-1)]
  if (first === undefined || last === undefined || every <= 0) return []
  const ranges: MissingRange[] = []
  const due = missingInstants({ stored, every, asOf, x: { kind: 'time', ...span } })
  const add = (from: number, to: number, otherwise: MissingReason = { kind: 'none' }) => {
    if (to - from <= every * LATE) return
    const inside = due.filter((t) => t >= from && t <= to)
    const readings = { first: inside[0] ?? from, last: inside.at(-1) ?? to }
    const reason = storedReason(from, to, series, context) ?? otherwise
    ranges.push({ from, to, ...readings, scope: scopeOf(series), reason, partial: false })
  }
  if (span.fixed) add(span.from, Math.min(first, asOf))
  for (let i = 1; i < stored.length; i++) add(stored[i - 1] ?? 0, stored[i] ?? 0)
  add(last, Math.min(asOf, span.to), { kind: 'not-yet' })
  return ranges
}

/** The usual distance of two readings: the median, so that neither a gap nor the newest, odd one decides. */
export const usualDistance = (stored: readonly number[]): number => {
  if (stored.length < 3) return 0
  const distances = stored.slice(1).map((t, i) => t - (stored[i] ?? 0))
  return distances.sort((a, b) => a - b)[distances.length >> 1] ?? 0
}
