import type { Locale } from '../../format/locale'
import type { ChartState } from '../state/chart-state'
import { notesOf } from '../state/notes'
import { textsOf } from '../state/texts'
import { phrases } from '../words'
import { annotationsOf, eventsWithoutRoom, noteRows } from './annotations'
import { axisLabels } from './axis-labels'
import type { Box, ChartLayout, Size, YAxis } from './chart-layout'
import { currentPoints } from './current-points'
import { type EndText, LABEL_SIZE, type Legend, labelRoom, legendOf } from './end-labels'
import { layersOf } from './layers'
import { marginsOf, NOTE_ROW } from './margins'
import { roundPixel } from './path'
import { placeLabels } from './place-labels'
import { seriesEnds } from './series-ends'
import { textWidth } from './text-width'
import type { Domain } from './tick-step'
import { xScale, xTicks } from './x-scale'
import { yDomain, yScale } from './y-scale'

const SIDE = 8
const NO_LEGEND: Legend = { items: [], height: 0 }

const symbolOf = ({ document: { symbol } }: ChartState) => (symbol === undefined ? {} : { symbol })

const yLabelsOf = (state: ChartState, domain: Domain | null, locale: Locale): readonly string[] => {
  if (domain === null || state.empty !== null) return []
  return axisLabels(domain, { unit: state.document.unit, scale: state.scale, locale, ...symbolOf(state) })
}

const yAxisOf = (
  state: ChartState,
  domain: Domain | null,
  labels: readonly string[],
  y: (value: number) => number,
  locale: Locale,
): YAxis => {
  const { scale, document, yTitle } = state
  const { min, max, ticks } = domain ?? { min: 0, max: 1, ticks: [] }
  const hasZero = domain !== null && min <= 0 && max >= 0 && scale !== 'log'
  return {
    scale,
    min,
    max,
    ticks: labels.map((label, i) => {
      const value = ticks[i] ?? 0
      return { value, at: roundPixel(y(value)), label, anchor: 'end' as const }
    }),
    unit: scale === 'share' ? 'ratio' : document.unit,
    ...symbolOf(state),
    ...(yTitle === undefined ? {} : { title: yTitle[locale] }),
    zero: hasZero ? roundPixel(y(0)) : null,
  }
}

/** Where several lines meet at one place that is not now, a legend says their names alone. */
const legendTexts = ({ x }: ChartState, ends: readonly EndText[]): readonly EndText[] =>
  x.kind === 'time' ? ends : ends.map((end) => ({ ...end, text: '' }))

/** Places a chart's state in a size and words it. Pure: the same input gives the same layout; floats exist only here. */
export const layoutChart = (state: ChartState, size: Size, locale: Locale): ChartLayout => {
  const { document, empty, stacked, scale, x: domain } = state
  const margins = marginsOf(state, size)
  const yRange = yDomain(state, margins.ticks)
  const yLabels = yLabelsOf(state, yRange, locale)

  const ends = empty === null ? seriesEnds(state, locale) : []
  const hasBars = stacked.some(({ spec }) => spec.mark === 'bars')
  const labelHeight = size.height - margins.axis - margins.head - NOTE_ROW - noteRows(size) * NOTE_ROW
  const room = size.narrow || hasBars ? 0 : labelRoom(ends, size, labelHeight, locale)
  const left = Math.ceil(Math.max(0, ...yLabels.map((label) => textWidth(label, LABEL_SIZE)))) + SIDE
  const right = size.width - (room > 0 ? room + margins.afterLabels : margins.right)
  const legend = room > 0 ? NO_LEGEND : legendOf(legendTexts(state, ends), size, locale)
  const bottom = size.height - margins.axis - legend.height

  const x = xScale(domain, left, right)
  const { events, gaps, top } = annotationsOf(state, size, locale, { x, left, right, top: margins.head })
  const plot: Box = { left, top, right, bottom }
  const y = yScale(yRange, scale, plot)
  const scales = { plot, x, y }
  return {
    slug: document.slug,
    locale,
    ...textsOf(state, locale),
    notes: notesOf(state, locale, eventsWithoutRoom(events, locale)),
    size,
    plot,
    x: {
      kind: domain.kind,
      from: domain.from,
      to: domain.to,
      ticks: xTicks(state, size, locale, left, right),
      ...(domain.kind === 'ratio' ? { title: domain.title[locale] } : {}),
    },
    y: yAxisOf(state, yRange, yLabels, y, locale),
    layers: empty === null ? layersOf(state, scales) : [],
    gaps,
    events,
    points: currentPoints(state, scales, room > 0, locale),
    labels: room > 0 ? placeLabels(ends, scales, size.width, locale) : [],
    legend: legend.items.map((item) => ({ ...item, y: item.y + bottom + margins.axis + 14 })),
    empty: empty === null ? null : phrases[locale][empty],
  }
}
