import type { Locale } from '../../format/number'
import type { ModelGap } from '../layout/chart-layout'
import { gapReason, says } from '../words'
import { KNOWN, MISSING, SILENT, type Track } from './aligned-series'

/** A stretch of the abscissa without readings. `partial`: of some series only. */
export type Hole = { readonly from: number; readonly to: number; readonly reason: string; readonly partial: boolean }

export type HoleContext = {
  readonly instants: readonly number[]
  readonly stored: readonly number[]
  readonly gaps: readonly ModelGap[]
  readonly span: { readonly from: number; readonly to: number; readonly fixed: boolean }
  /** Readings are due until then. */
  readonly asOf: number
  readonly every: number
  readonly locale: Locale
}

/** Half again as long as the usual distance is no longer an irregularity of blocks. */
const LATE = 1.5

/** Runs of instants at which `is` holds, as pairs of first and last index. */
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
const toldReason = (
  from: number,
  to: number,
  tracks: readonly Track[],
  { gaps, locale }: HoleContext,
): string | null => {
  const chains = new Set(tracks.map(({ spec }) => spec.chain))
  const told = gaps.find(
    (gap) => gap.from < to && gap.to > from && (chains.has(gap.chain) || chains.has('all') || gap.chain === 'all'),
  )
  return told === undefined ? null : gapReason(told.reason, locale)
}

const unreadReason = (tracks: readonly Track[], locale: Locale): string =>
  says[locale].unread(says[locale].and([...new Set(tracks.map(({ spec }) => spec.name[locale]))].slice(0, 3)))

/** Where several series that only mean something together lack one: each stretch once, with whose fault it is. */
export const missingTogether = (tracks: readonly Track[], context: HoleContext): readonly Hole[] => {
  const { instants, span } = context
  const isMissing = (i: number) => tracks.some(({ states }) => states[i] === MISSING)
  const skip = (i: number) => tracks.every(({ states }) => states[i] === SILENT)
  return runsWhere(instants.length, isMissing, skip).map(([first, last]) => {
    const from = instants[first - 1] ?? Math.min(span.from, instants[first] ?? span.from)
    const to = instants[last + 1] ?? Math.max(instants[last] ?? span.to, Math.min(context.asOf, span.to))
    const guilty = tracks.filter(({ states }) => states.subarray(first, last + 1).includes(MISSING))
    return {
      from,
      to,
      reason: toldReason(from, to, guilty, context) ?? unreadReason(guilty, context.locale),
      partial: false,
    }
  })
}

/** Where single series lack readings: whole holes where none of them is known, partial ones elsewhere. */
export const missingApart = (tracks: readonly Track[], context: HoleContext): readonly Hole[] =>
  tracks
    .flatMap((track) =>
      missingTogether([track], context).map((hole) => {
        const others = tracks.filter((other) => other !== track)
        const covered = others.some(({ states }) =>
          context.instants.some((t, i) => t > hole.from && t < hole.to && states[i] === KNOWN),
        )
        return { ...hole, partial: covered }
      }),
    )
    .filter((hole, i, all) => all.findIndex(({ from, to }) => from === hole.from && to === hole.to) === i)

/** Where no instant is stored at all: between two that stand too far apart, and before the first and after the last. */
export const emptyStretches = (tracks: readonly Track[], context: HoleContext): readonly Hole[] => {
  const { stored, span, asOf, every, locale } = context
  const [first, last] = [stored[0], stored.at(-1)]
  if (first === undefined || last === undefined || every <= 0) return []
  const holes: Hole[] = []
  const hole = (from: number, to: number, otherwise = says[locale].readingsMissing) => {
    if (to - from <= every * LATE) return
    holes.push({ from, to, reason: toldReason(from, to, tracks, context) ?? otherwise, partial: false })
  }
  if (span.fixed) hole(span.from, Math.min(first, asOf))
  for (let i = 1; i < stored.length; i++) {
    const [a, b] = [stored[i - 1] ?? 0, stored[i] ?? 0]
    if (b - a > every * LATE) hole(a, b)
  }
  hole(last, Math.min(asOf, span.to), says[locale].notReadYet)
  return holes
}

/** The usual distance of two readings: the median, so that neither a gap nor the newest, odd one decides. */
export const usualDistance = (stored: readonly number[]): number => {
  if (stored.length < 3) return 0
  const distances = stored.slice(1).map((t, i) => t - (stored[i] ?? 0))
  return distances.sort((a, b) => a - b)[distances.length >> 1] ?? 0
}
