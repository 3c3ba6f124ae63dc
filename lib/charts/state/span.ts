import { DAY, HOUR } from '../../format/time'
import type { Chart, SeriesSpec } from '../define/define-chart'
import type { View } from '../query/view'
import type { ChartData } from './chart-data'
import { type Span, spanOf } from './select-series'

/** The oldest and the newest reading of the series in view. */
const extremes = ({ series }: ChartData, specs: readonly SeriesSpec[]): readonly [number, number] | null => {
  const ids = new Set(specs.flatMap(({ of }) => (of.kind === 'numbers' ? of.ids : [])))
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { id, points } of series) {
    if (!ids.has(id)) continue
    const known = points.find(({ value }) => value !== null) ?? points[0]
    if (known !== undefined) first = Math.min(first, known.t)
    last = Math.max(last, points.at(-1)?.t ?? last)
  }
  return first <= last ? [first, last] : null
}

/** Bars are quantities of whole spans, so that a range is widened to all that it touches. */
const widenToBars = (span: Span, specs: readonly SeriesSpec[]): Span => {
  const bars = specs
    .flatMap(({ of }) => (of.kind === 'bars' ? of.bars : []))
    .filter(({ from, to }) => to > span.from && from < span.to)
  if (bars.length === 0) return span
  return { ...span, from: Math.min(...bars.map(({ from }) => from)), to: Math.max(...bars.map(({ to }) => to)) }
}

/** What a view spans given what is stored: a range begins with its first reading, and never has no length. */
export const spanOfReadings = (chart: Chart, view: View, data: ChartData, specs: readonly SeriesSpec[]): Span => {
  const found = extremes(data, specs)
  const asked = spanOf(chart, view, data.asOf, found?.[0] ?? null)
  const from = asked.fixed || found === null ? asked.from : Math.min(Math.max(asked.from, found[0]), asked.to)
  // a single reading gets half a day on either side
  const isInstant = asked.to - from <= HOUR
  const span = isInstant ? { ...asked, from: from - DAY / 2, to: asked.to + DAY / 2 } : { ...asked, from }
  return widenToBars(span, specs)
}
