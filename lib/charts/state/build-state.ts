import { DAY, HOUR } from '../../format/time'
import type { SeriesSpec } from '../define/define-chart'
import type { ModelInput } from '../layout/chart-layout'
import { ABSENT, KNOWN, lastKnown, layTracks, MISSING, type Track } from './aligned-series'
import { foldStack, quietKeys } from './fold-small-series'
import {
  emptyStretches,
  type Hole,
  type HoleContext,
  missingApart,
  missingTogether,
  usualDistance,
} from './missing-ranges'
import { type Span, seriesChoices, spanOf } from './select-series'
import { type Stack, stackOf } from './stack'

/** Everything a model says, before anything has a place. */
export type Gathered = {
  readonly span: Span
  readonly instants: readonly number[]
  readonly stored: readonly number[]
  readonly every: number
  /** All series in view that say anything, in the chart's order. */
  readonly tracks: readonly Track[]
  /** Those piled on each other, with the small ones folded; and how. */
  readonly piled: readonly Track[]
  readonly stack: Stack | null
  readonly strokes: readonly Track[]
  /** Strokes drawn without a name. */
  readonly quiet: ReadonlySet<string>
  /** In view, yet nowhere known in this span. */
  readonly unknown: readonly Track[]
  readonly holes: readonly Hole[]
  readonly shown: number
}

const marked = (spec: SeriesSpec, log: boolean): SeriesSpec =>
  // on a logarithmic scale heights do not add up, so that parts stand beside each other
  log && spec.mark === 'area' ? { ...spec, mark: 'line' } : spec

/** The oldest and the newest reading of the series in view. */
const extremes = (input: ModelInput, specs: readonly SeriesSpec[]): readonly [number, number] | null => {
  const ids = new Set(specs.flatMap(({ of }) => (of.kind === 'numbers' ? of.ids : [])))
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { id, points } of input.series) {
    if (!ids.has(id)) continue
    const known = points.find(({ value }) => value !== null) ?? points[0]
    if (known !== undefined) first = Math.min(first, known.t)
    last = Math.max(last, points.at(-1)?.t ?? last)
  }
  return first <= last ? [first, last] : null
}

const spanWithReadings = (input: ModelInput, specs: readonly SeriesSpec[]): Span => {
  const { chart, view, asOf } = input
  const found = extremes(input, specs)
  const asked = spanOf(chart, view, asOf, found?.[0] ?? null)
  const from = asked.fixed || found === null ? asked.from : Math.min(Math.max(asked.from, found[0]), asked.to)
  // a span as short as this is a single reading: it gets half a day on either side
  if (asked.to - from > HOUR) return { ...asked, from }
  return { ...asked, from: from - DAY / 2, to: asked.to + DAY / 2 }
}

/** Bars are quantities of whole spans, so that a range is widened to all that it touches. */
const spanOfBars = (span: Span, specs: readonly SeriesSpec[]): Span => {
  const bars = specs
    .flatMap(({ of }) => (of.kind === 'bars' ? of.bars : []))
    .filter(({ from, to }) => to > span.from && from < span.to)
  if (bars.length === 0) return span
  return { ...span, from: Math.min(...bars.map(({ from }) => from)), to: Math.max(...bars.map(({ to }) => to)) }
}

export const gather = (input: ModelInput): Gathered => {
  const { chart, view, gaps, asOf, locale } = input
  const log = view.scale === 'log'
  const series = new Map(input.series.map((each) => [each.id, each]))
  const choices = seriesChoices(chart, view, new Set(series.keys())).filter(({ shown }) => shown)
  const added = new Set(choices.flatMap(({ spec, added: named }) => (named ? [spec.key] : [])))
  const specs = choices.map(({ spec }) => marked(spec, log))
  const span = spanOfBars(spanWithReadings(input, specs), specs)
  const { instants, stored, tracks: laid } = layTracks(specs, series, span.from, span.to)
  const every = input.every ?? usualDistance(stored)
  const tracks = laid.filter((track) => lastKnown(track) !== -1)
  // what does not exist anywhere in the span is no loss; what should be there and is not is said
  const unknown = laid.filter(
    ({ states }) => !states.includes(KNOWN) && (states.length === 0 || !states.every((state) => state === ABSENT)),
  )
  const isPiled = ({ spec: { mark } }: Track) => mark === 'area' || mark === 'bars'
  const piled = foldStack(tracks.filter(isPiled), added, instants)
  const strokes = tracks.filter((track) => !isPiled(track))
  const whole = view.scale !== 'share' ? 1 : chart.whole === undefined ? 'total' : Number(chart.whole)
  const context: HoleContext = { instants, stored, gaps, span, asOf, every, locale }
  const lost = tracks.length > 0 ? [] : laid.filter(({ states }) => states.includes(MISSING))
  const storedTracks = laid.filter(({ spec }) => spec.of.kind === 'numbers')
  return {
    span,
    instants,
    stored,
    every,
    tracks,
    piled,
    stack: piled.length > 0 ? stackOf(piled, instants.length, whole) : null,
    strokes,
    quiet: quietKeys(strokes, added),
    unknown,
    holes: [
      ...emptyStretches(storedTracks, context),
      ...missingTogether(
        [
          ...piled.filter(({ spec }) => spec.key !== 'others'),
          ...lost,
          ...tracks.filter((t) => isPiled(t) && !piled.includes(t)),
        ],
        context,
      ),
      ...missingApart(strokes, context),
    ],
    shown: choices.length,
  }
}
