import type { Locale } from '../../format/locale'
import { formatPercent } from '../../format/number'
import { addDecimals, ratioOf } from '../../math/decimal'
import type { SeriesSpec } from '../define/define-chart'
import { type AlignedSeries, KNOWN, lastKnown } from '../state/aligned-series'
import { type ChartState, toScale } from '../state/chart-state'
import { shortFigure } from '../state/figures'
import { groupOf, OTHERS } from '../state/fold-small-series'
import { bandMiddle, lastStanding } from '../state/stack'
import { phrases } from '../words'
import type { EndText } from './merge-ends'

/** What a series says at its end and where that is; `value` is on the y axis' own scale. */
export type SeriesEnd = EndText & {
  readonly t: number
  readonly value: number
  /** Of what has come to nothing by the end: named above its own place instead. */
  readonly peak?: true
}

/** An exact value in words, as an amount or as a share of a total. */
type Say = (exact: string, total: string) => string

/** The instant at which a series is at its highest, and one half-way from there to where it has come to nothing. */
const highestOf = (
  { floats, presence }: AlignedSeries,
  instants: readonly number[],
): { readonly peak: number; readonly middle: number } => {
  const known = [...presence.keys()].filter((i) => presence[i] === KNOWN && (floats[i] ?? 0) > 0)
  const peak = known.reduce((best, i) => ((floats[i] ?? 0) > (floats[best] ?? 0) ? i : best), known[0] ?? -1)
  const half = ((instants[peak] ?? 0) + (instants[known.at(-1) ?? peak] ?? 0)) / 2
  return { peak, middle: known.find((i) => i >= peak && (instants[i] ?? 0) >= half) ?? peak }
}

const sumAt = (series: readonly AlignedSeries[], i: number): string =>
  series.reduce((sum, { presence, values }) => (presence[i] === KNOWN ? addDecimals(sum, values[i] ?? '0') : sum), '0')

const stackEnds = ({ stacked, stack, instants }: ChartState, say: Say): readonly SeriesEnd[] => {
  const last = lastStanding(stack)
  if (stack === null || last < 0) return []
  const total = sumAt(stacked, last)
  const ends = stacked.flatMap((series, k): SeriesEnd[] => {
    const { spec, floats, values, presence } = series
    const t = instants[last] ?? 0
    if (spec.mark === 'bars') return [{ spec, text: '', t, value: 0 }]
    if (Number(values[last] ?? 0) !== 0 && presence[last] === KNOWN) {
      const value = bandMiddle(stack, k, last, floats[last] ?? 0)
      return [{ spec, text: say(values[last] ?? '0', total), t, value }]
    }
    const { peak, middle } = highestOf(series, instants)
    if (spec.hatched !== true || peak === -1) return []
    const value = stack.up[k]?.[middle] ?? 0
    return [{ spec, text: say(values[peak] ?? '0', total), t: instants[middle] ?? 0, value, peak: true }]
  })
  // the highest of a stack first, as the eye reads it
  return ends.reverse()
}

/** The key of the height of a whole stack. */
export const TOTAL = 'total'

const totalSpec: SeriesSpec = {
  key: TOTAL,
  name: { en: phrases.en.total, 'zh-Hant': phrases['zh-Hant'].total },
  of: { kind: 'plan', knots: [], at: () => '0' },
  mark: 'area',
  colour: 'ink',
  class: 'onchain',
  chain: 'all',
  shown: true,
}

/** The height of a stack of several parts, which none of its labels says. */
const totalEnd = ({ stacked, stack, instants, unread }: ChartState, say: Say): readonly SeriesEnd[] => {
  const last = lastStanding(stack)
  const parts = stacked.filter(
    ({ presence, values, spec }) => spec.mark === 'area' && presence[last] === KNOWN && Number(values[last]) !== 0,
  )
  // without one of its parts a sum is no total
  const isPartial = unread.some(({ spec }) => spec.mark === 'area')
  if (stack === null || parts.length < 2 || isPartial) return []
  const total = sumAt(parts, last)
  return [{ spec: totalSpec, text: say(total, total), t: instants[last] ?? 0, value: stack.up.at(-1)?.[last] ?? 0 }]
}

/** One entry for all that is drawn in grey, beside the one of them that stands clearest of what has a name. */
const unnamedEnd = (ends: readonly SeriesEnd[], named: readonly SeriesEnd[], locale: Locale): readonly SeriesEnd[] => {
  const room = ({ value }: SeriesEnd) => Math.min(...named.map((other) => Math.abs(other.value - value)))
  const [first] = [...ends].sort((a, b) => room(b) - room(a))
  if (first === undefined) return []
  const others = phrases[locale].others(new Set(ends.map(({ spec }) => groupOf(spec))).size)
  const { group: _, ...spec } = first.spec
  const name = { en: others, 'zh-Hant': others }
  return [{ ...first, spec: { ...spec, key: OTHERS, name, colour: 'quiet', dashed: false }, text: '' }]
}

/** The end of each series that is drawn, in the order in which they are named. */
export const seriesEnds = (state: ChartState, locale: Locale): readonly SeriesEnd[] => {
  const { document, scale, whole, lines, unnamed, instants } = state
  const isShare = scale === 'share'
  const place = toScale(state)
  const say: Say = (exact, total) =>
    isShare
      ? formatPercent(ratioOf(exact, whole ?? total), locale, { decimals: 1 })
      : shortFigure(exact, { unit: document.unit, locale })
  const ends = lines.flatMap(({ spec, floats, values, presence }): SeriesEnd[] => {
    const i = lastKnown({ presence })
    const value = place(floats[i] ?? Number.NaN)
    return Number.isNaN(value) ? [] : [{ spec, text: say(values[i] ?? '0', '0'), t: instants[i] ?? 0, value }]
  })
  const [named, grey] = [true, false].map((is) => ends.filter(({ spec }) => unnamed.has(spec.key) !== is))
  return [
    ...(isShare && whole === undefined ? [] : totalEnd(state, say)),
    ...stackEnds(state, say),
    ...(named ?? []),
    ...unnamedEnd(grey ?? [], named ?? [], locale),
  ]
}
