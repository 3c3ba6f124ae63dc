import type { Class } from '../../metrics/types'
import { type Gathered, gather } from '../state/build-state'
import { captionOf } from '../state/caption'
import { dataOf } from '../state/columns'
import { factsOf } from '../state/facts'
import { emptyText, notesOf } from '../state/notes'
import { says } from '../words'
import { marksOf, NOTE_ROW, NOTE_ROWS } from './annotations'
import { axisLabels, type Measure } from './axis-labels'
import type { Box, Model, ModelInput } from './chart-layout'
import { LABEL_SIZE, labelRoom, legendOf } from './end-labels'
import { drawingOf } from './layers'
import { roundPixel } from './path'
import { endingsOf, placedLabels } from './series-ends'
import { textWidth } from './text-width'
import { timeTicks } from './x-scale'
import { domainOf, yOf } from './y-scale'

const AXIS_ROW = 24
const MARGIN = { top: 14, side: 8 }
const classes: readonly Class[] = ['onchain', 'issuer', 'stated', 'promise']

/**
 * Places and words a chart. Pure: the same input gives the same model; values stay the exact decimals they came as, and
 * floats exist only in pixels.
 */
export const buildModel = (input: ModelInput): Model => {
  const { chart, view, locale, frame, asOf } = input
  const gathered = gather(input)
  const { span } = gathered
  const whole = view.scale === 'share' && chart.whole !== undefined ? Number(chart.whole) : 1
  const scaled = (num: number): number => (view.scale === 'log' && num <= 0 ? Number.NaN : num / whole)
  const measure: Measure = {
    unit: chart.unit,
    scale: view.scale,
    locale,
    ...(chart.symbol === undefined ? {} : { symbol: chart.symbol }),
  }

  const roughHeight = frame.height - AXIS_ROW - MARGIN.top - NOTE_ROW
  const domain = domainOf(gathered, view.scale, scaled, Math.max(2, Math.min(5, Math.floor(roughHeight / 52))))
  const empty = emptyText(input, gathered, domain === null)
  const yLabels = domain === null || empty !== null ? [] : axisLabels(domain, measure)

  const endings = empty === null ? endingsOf(input, gathered, scaled) : []
  const bars = gathered.piled.some(({ spec }) => spec.mark === 'bars')
  const room = frame.narrow || bars ? 0 : labelRoom(endings, roughHeight - NOTE_ROWS * NOTE_ROW, locale)
  const left = Math.ceil(Math.max(0, ...yLabels.map((label) => textWidth(label, LABEL_SIZE)))) + MARGIN.side
  const right = frame.width - (room > 0 ? room : MARGIN.side)
  const legend = room > 0 ? { items: [], height: 0 } : legendOf(endings, frame, 2, locale)
  const bottom = frame.height - AXIS_ROW - legend.height

  const x = (t: number): number => left + ((t - span.from) / (span.to - span.from)) * (right - left)
  const marked = marksOf(input, gathered, { x, left, right, top: MARGIN.top, today: !bars })
  const plot: Box = { left, top: marked.top, right, bottom }
  const y = yOf(domain, view.scale, plot)
  const drawing =
    empty === null
      ? drawingOf(gathered, { plot, x, y, instants: gathered.instants, longest: gathered.every * 1.5 }, scaled)
      : []
  const facts = factsOf(input, gathered)
  const data = dataOf(input, gathered)
  const newest = newestStored(gathered, asOf)
  return {
    slug: chart.slug,
    version: chart.version,
    locale,
    title: chart.text[locale].title,
    what: chart.text[locale].what,
    // of nothing there is no newest number to speak of
    caption:
      empty !== null && (gathered.shown === 0 || empty === says[locale].noneInRange)
        ? empty
        : captionOf(chart, facts, locale),
    notes: notesOf(input, gathered, marked.events),
    frame,
    plot,
    x: { kind: 'time', from: span.from, to: span.to, ticks: timeTicks(input, gathered, x, left, right) },
    y: {
      scale: view.scale,
      min: domain?.min ?? 0,
      max: domain?.max ?? 1,
      ticks: yLabels.map((label, i) => ({
        value: domain?.ticks[i] ?? 0,
        at: roundPixel(y(domain?.ticks[i] ?? 0)),
        label,
        anchor: 'end' as const,
      })),
      unit: view.scale === 'share' ? 'ratio' : chart.unit,
      ...(chart.symbol === undefined ? {} : { symbol: chart.symbol }),
      zero: domain !== null && domain.min <= 0 && domain.max >= 0 && view.scale !== 'log' ? roundPixel(y(0)) : null,
    },
    layers: drawing,
    gaps: marked.gaps,
    events: marked.events,
    points: [],
    labels: room > 0 ? placedLabels(endings, { plot, x, y }, locale) : [],
    legend: legend.items.map((item) => ({ ...item, y: item.y + bottom + AXIS_ROW + 14 })),
    empty,
    classes: classes.filter((each) => gathered.tracks.some((track) => track.class === each)),
    asOf: { t: newest, text: says[locale].asOf(newest) },
    method: says[locale].method(versionsOf(gathered)),
    source: chart.source[locale],
    data,
  }
}

const newestStored = ({ stored }: Gathered, asOf: number): number => {
  const last = stored.at(-1)
  return last === undefined ? asOf : Math.min(last, asOf)
}

const versionsOf = ({ tracks }: Gathered): string => {
  const versions = [...new Set(tracks.flatMap(({ methodVersions }) => methodVersions))].sort((a, b) => a - b)
  return versions.length === 0 ? '1' : versions.join(', ')
}
