import { formatPercent, type Locale } from '../format/number'
import { addDecimals, KNOWN, lastKnown, type Track } from './columns'
import { endLabels, type Ending } from './end-labels'
import { ratioOf, shortFigure, type Written } from './figures'
import type { Gathered } from './gather'
import type { Box, EndLabel, ModelInput } from './model'
import { bandMiddle } from './stack'

/** What the end of each series says and where, before heights are known: `value` is on the ordinate's own scale. */
export type End = Ending & { readonly t: number; readonly value: number }

/** The last instant at which a whole stack stands. */
const lastStanding = ({ stack, instants }: Gathered): number => {
  const edge = stack?.up.at(-1)
  if (edge === undefined) return -1
  for (let i = instants.length - 1; i >= 0; i--) if (!Number.isNaN(edge[i])) return i
  return -1
}

export const endingsOf = (input: ModelInput, gathered: Gathered, valueOf: (num: number) => number): readonly End[] => {
  const { chart, view, locale } = input
  const { piled, stack, strokes, quiet, instants } = gathered
  const written: Written = { unit: chart.unit, locale }
  const sayShare = (part: string, whole: string): string => formatPercent(ratioOf(part, whole), locale, { decimals: 1 })
  const last = lastStanding(gathered)
  const total = piled.reduce((sum, { states, values }) => (states[last] === KNOWN ? addDecimals(sum, values[last] ?? '0') : sum), '0')
  const pile = piled.flatMap((track, k): End[] => {
    if (stack === null || last < 0) return []
    if (track.spec.mark === 'bars') return [{ track, text: '', t: instants[last] ?? 0, value: 0 }]
    const exact = track.values[last] ?? null
    // what has come to nothing has no band to name
    if (exact === null || track.states[last] !== KNOWN) return []
    const text = view.scale !== 'share' ? shortFigure(exact, written) : sayShare(exact, chart.whole ?? total)
    return [{ track, text, t: instants[last] ?? 0, value: bandMiddle(stack, k, last, track.nums[last] ?? 0) }]
  })
  const named = strokes.filter(({ spec }) => !quiet.has(spec.key))
  const lines = named.flatMap((track): End[] => {
    const i = lastKnown(track)
    const exact = track.values[i] ?? null
    const value = valueOf(track.nums[i] ?? Number.NaN)
    if (exact === null || Number.isNaN(value)) return []
    const text = view.scale === 'share' && chart.whole !== undefined ? sayShare(exact, chart.whole) : shortFigure(exact, written)
    return [{ track, text, t: instants[i] ?? 0, value }]
  })
  // the highest of a pile first, as the eye reads it
  return [...pile.reverse(), ...lines]
}

type Places = { readonly plot: Box; readonly x: (t: number) => number; readonly y: (value: number) => number }

/** A series that ends well inside the plot is named there, the others at the right edge. */
const INSIDE = 60

export const placedLabels = (ends: readonly End[], { plot, x, y }: Places, locale: Locale): readonly EndLabel[] => {
  const at = (end: End): number => x(end.t)
  const isInside = (end: End): boolean => at(end) < plot.right - INSIDE
  const outside = ends.filter((end) => !isInside(end))
  const inside = ends.filter(isInside)
  const columns = [...new Set(inside.map((end) => Math.round(at(end))))]
  return [
    ...endLabels(outside, (end) => y(end.value), plot, plot.right, locale),
    ...columns.flatMap((column) =>
      endLabels(inside.filter((end) => Math.round(at(end)) === column), (end) => y(end.value), plot, column, locale),
    ),
  ]
}

export const namesOf = (tracks: readonly Track[], locale: Locale): readonly string[] => [
  ...new Set(tracks.map(({ spec }) => spec.name[locale])),
]
