import { formatPercent, type Locale } from '../../format/number'
import type { SeriesSpec } from '../define/define-chart'
import { addDecimals, KNOWN, lastKnown, type Track } from '../state/aligned-series'
import type { Gathered } from '../state/build-state'
import { ratioOf, shortFigure } from '../state/figures'
import { groupOf } from '../state/fold-small-series'
import { bandMiddle } from '../state/stack'
import { says } from '../words'
import type { Box, EndLabel, ModelInput } from './chart-layout'
import { type Ending, endLabels, LABEL_SIZE } from './end-labels'
import { textWidth } from './text-width'

/** What a series says at its end and where that is; `value` is on the ordinate's own scale. */
export type End = Ending & {
  readonly t: number
  readonly value: number
  /** Of what has come to nothing by the end: named above its own place instead. */
  readonly peak?: true
}

/** The last instant at which a whole stack stands. */
const lastStanding = ({ stack, instants }: Gathered): number => {
  const edge = stack?.up.at(-1)
  if (edge === undefined) return -1
  for (let i = instants.length - 1; i >= 0; i--) if (!Number.isNaN(edge[i])) return i
  return -1
}

/** The instant at which a track is at its highest, and one half-way from there to where it has come to nothing. */
const highestOf = (
  { nums, states }: Track,
  instants: readonly number[],
): { readonly peak: number; readonly middle: number } => {
  const known = [...states.keys()].filter((i) => states[i] === KNOWN && (nums[i] ?? 0) > 0)
  const peak = known.reduce((best, i) => ((nums[i] ?? 0) > (nums[best] ?? 0) ? i : best), known[0] ?? -1)
  const half = ((instants[peak] ?? 0) + (instants[known.at(-1) ?? peak] ?? 0)) / 2
  return { peak, middle: known.find((i) => i >= peak && (instants[i] ?? 0) >= half) ?? peak }
}

type Say = (exact: string, total: string) => string

const pileEnds = (gathered: Gathered, say: Say): readonly End[] => {
  const { piled, stack, instants } = gathered
  const last = lastStanding(gathered)
  if (stack === null || last < 0) return []
  const total = piled.reduce(
    (sum, { states, values }) => (states[last] === KNOWN ? addDecimals(sum, values[last] ?? '0') : sum),
    '0',
  )
  const ends = piled.flatMap((track, k): End[] => {
    const { spec, nums, values } = track
    if (spec.mark === 'bars') return [{ spec, text: '', t: instants[last] ?? 0, value: 0 }]
    if (Number(values[last] ?? 0) !== 0 && track.states[last] === KNOWN)
      return [
        {
          spec,
          text: say(values[last] ?? '0', total),
          t: instants[last] ?? 0,
          value: bandMiddle(stack, k, last, nums[last] ?? 0),
        },
      ]
    const { peak, middle } = highestOf(track, instants)
    if (spec.hatched !== true || peak === -1) return []
    return [
      {
        spec,
        text: say(values[peak] ?? '0', total),
        t: instants[middle] ?? 0,
        value: stack.up[k]?.[middle] ?? 0,
        peak: true,
      },
    ]
  })
  // the highest of a pile first, as the eye reads it
  return ends.reverse()
}

const totalSpec: SeriesSpec = {
  key: 'total',
  name: { en: says.en.total, 'zh-Hant': says['zh-Hant'].total },
  of: { kind: 'plan', knots: [], at: () => '0' },
  mark: 'area',
  colour: 'ink',
  class: 'onchain',
  chain: 'all',
  shown: true,
}

/** The height of a pile of several parts, which none of its labels says. */
const totalEnd = (gathered: Gathered, say: Say): readonly End[] => {
  const { piled, stack, instants } = gathered
  const last = lastStanding(gathered)
  const parts = piled.filter(
    ({ states, values, spec }) => spec.mark === 'area' && states[last] === KNOWN && Number(values[last]) !== 0,
  )
  // without one of its parts a sum is no total
  const isPartial = gathered.unknown.some(({ spec }) => spec.mark === 'area')
  if (stack === null || parts.length < 2 || isPartial) return []
  const total = parts.reduce((sum, { values }) => addDecimals(sum, values[last] ?? '0'), '0')
  return [{ spec: totalSpec, text: say(total, total), t: instants[last] ?? 0, value: stack.up.at(-1)?.[last] ?? 0 }]
}

/** One entry for all that is drawn in grey, beside the one of them that stands clearest of what has a name. */
const quietEnd = (ends: readonly End[], named: readonly End[], locale: Locale): readonly End[] => {
  const room = ({ value }: End) => Math.min(...named.map((other) => Math.abs(other.value - value)))
  const [first] = [...ends].sort((a, b) => room(b) - room(a))
  if (first === undefined) return []
  const others = says[locale].others(new Set(ends.map(({ spec }) => groupOf(spec))).size)
  const { group: _, ...spec } = first.spec
  return [
    {
      ...first,
      spec: { ...spec, key: 'others', name: { en: others, 'zh-Hant': others }, colour: 'quiet', dashed: false },
      text: '',
    },
  ]
}

export const endingsOf = (input: ModelInput, gathered: Gathered, scaled: (num: number) => number): readonly End[] => {
  const { chart, view, locale } = input
  const { strokes, quiet, instants } = gathered
  const isShare = view.scale === 'share'
  const say: Say = (exact, total) =>
    isShare
      ? formatPercent(ratioOf(exact, chart.whole ?? total), locale, { decimals: 1 })
      : shortFigure(exact, { unit: chart.unit, locale })
  const lines = strokes.flatMap((track): End[] => {
    const i = lastKnown(track)
    const value = scaled(track.nums[i] ?? Number.NaN)
    return Number.isNaN(value)
      ? []
      : [{ spec: track.spec, text: say(track.values[i] ?? '0', '0'), t: instants[i] ?? 0, value }]
  })
  const isQuiet = ({ spec }: End) => quiet.has(spec.key)
  const total = isShare && chart.whole === undefined ? [] : totalEnd(gathered, say)
  return [
    ...total,
    ...pileEnds(gathered, say),
    ...lines.filter((end) => !isQuiet(end)),
    ...quietEnd(
      lines.filter(isQuiet),
      lines.filter((end) => !isQuiet(end)),
      locale,
    ),
  ]
}

type Places = { readonly plot: Box; readonly x: (t: number) => number; readonly y: (value: number) => number }

/** A series that ends well inside the plot is named there, the others at the right edge. */
const INSIDE = 60
/** A total stands on its pile. */
const ABOVE = 9

/** A pile of releases rises, so that there is room above it to the left; near the left edge words begin there. */
const above = (label: EndLabel, x: number, { left }: Box): EndLabel => {
  const width = textWidth(label.name, LABEL_SIZE, 'semibold') + textWidth(` ${label.value}`, LABEL_SIZE)
  const y = label.y - 6
  return x - 4 - width >= left ? { ...label, x: x - 4, y, anchor: 'end' } : { ...label, x: left + 6, y }
}

export const placedLabels = (ends: readonly End[], { plot, x, y }: Places, locale: Locale): readonly EndLabel[] => {
  const heightOf = ({ value, spec }: End): number => y(value) - (spec.key === 'total' ? ABOVE : 0)
  const columnOf = (end: End): number => (x(end.t) < plot.right - INSIDE ? Math.round(x(end.t)) : plot.right)
  const peaks = ends.filter(({ peak }) => peak === true)
  const others = ends.filter(({ peak }) => peak !== true)
  return [
    ...[...new Set(others.map(columnOf))].flatMap((column) =>
      endLabels(
        others.filter((end) => columnOf(end) === column),
        heightOf,
        plot,
        column,
        locale,
      ),
    ),
    ...peaks.flatMap((end) =>
      endLabels([end], heightOf, plot, x(end.t), locale).map((label) => above(label, x(end.t), plot)),
    ),
  ]
}
