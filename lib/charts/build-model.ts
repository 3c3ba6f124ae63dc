import { axisLabels, type Measure } from './axis'
import { calendarTicks } from './calendar'
import { latestOf } from './captions'
import { dataOf } from './data'
import { drawingOf } from './drawing'
import { legendOf, labelRoom, LABEL_SIZE } from './end-labels'
import { endingsOf, placedLabels } from './endings'
import { gather, type Gathered } from './gather'
import { placeNotes, type Wish } from './labels'
import { roundPixel, tickRow } from './layout'
import type { Box, EventMark, Model, ModelInput, Note, Region } from './model'
import { type Domain, linearDomain, logDomain } from './nice'
import { notesOf, emptyText } from './notes'
import { textWidth } from './text-width'
import { formatDate } from '../format/date'
import { says } from './words'
import type { Class } from '../metrics/types'

const DAY = 86_400
const NOTE_ROW = 15
const NOTE_ROWS = 3
const AXIS_ROW = 24
const MARGIN = { top: 10, side: 8 }
const classes: readonly Class[] = ['onchain', 'issuer', 'stated', 'promise']

/** Least and greatest of what is drawn; null where nothing is. */
const extentOf = ({ stack, strokes }: Gathered, valueOf: (value: number) => number): readonly [number, number] | null => {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  if (stack !== null && !stack.nothing) [low, high] = [stack.low, stack.high]
  for (const { nums } of strokes)
    for (const num of nums) {
      const value = valueOf(num)
      if (value < low) low = value
      if (value > high) high = value
    }
  return low <= high ? [low, high] : null
}

/** Strokes that keep to the upper half of their scale need not stand on zero: their moves would not be seen. */
const standsOnZero = (piled: boolean, low: number, high: number): boolean => piled || low <= high / 2

const domainOf = (gathered: Gathered, scale: Measure['scale'], valueOf: (value: number) => number, count: number): Domain | null => {
  const extent = extentOf(gathered, valueOf)
  if (extent === null) return null
  const [low, high] = extent
  if (scale === 'log') return logDomain(low, high, count)
  if (scale === 'share' && gathered.stack !== null) {
    const most = high > 1.0001 ? high : 1
    return linearDomain(low < 0 ? -1 : 0, most, Math.min(count, 4), true)
  }
  return linearDomain(low, high, count, standsOnZero(gathered.stack !== null, low, high))
}

type Placed = { readonly x: number; readonly text: string; readonly line: boolean }

/** Words above the plot: for each wish its note, and how many rows they take. */
const notesAbove = (wishes: readonly Placed[], left: number, right: number, bottom: number) => {
  const placed = placeNotes(wishes satisfies readonly Wish[], left, right, LABEL_SIZE, NOTE_ROWS)
  const rows = Math.max(0, ...placed.map((each) => (each === null ? 0 : each.row + 1)))
  const top = bottom + rows * NOTE_ROW
  const notes = placed.map((each, i): Note => {
    const { x = 0, text = '' } = wishes[i] ?? {}
    if (each === null) return { x, y: top, text: '', anchor: 'start' }
    return { x: roundPixel(each.anchor === 'start' ? x + 5 : x - 5), y: top - each.row * NOTE_ROW - 5, text, anchor: each.anchor }
  })
  return { notes, rows, top }
}

/**
 * Places and words a chart. Pure: the same input gives the same model; values stay the exact decimals they came as, and
 * floats exist only in pixels.
 */
export const buildModel = (input: ModelInput): Model => {
  const { chart, view, locale, frame, asOf } = input
  const gathered = gather(input)
  const { span, stack, strokes, holes } = gathered
  const whole = view.scale === 'share' && chart.whole !== undefined ? Number(chart.whole) : 1
  const valueOf = (num: number): number => (view.scale === 'log' && num <= 0 ? Number.NaN : num / whole)
  const measure: Measure = { unit: chart.unit, scale: view.scale, locale, ...(chart.symbol === undefined ? {} : { symbol: chart.symbol }) }

  const roughHeight = frame.height - AXIS_ROW - MARGIN.top - NOTE_ROW
  const domain = domainOf(gathered, view.scale, valueOf, Math.max(2, Math.min(5, Math.floor(roughHeight / 52))))
  const empty = emptyText(input, gathered, domain === null)
  const yLabels = domain === null || empty !== null ? [] : axisLabels(domain, measure)

  const endings = empty === null ? endingsOf(input, gathered, valueOf) : []
  const bars = gathered.piled.some(({ spec }) => spec.mark === 'bars')
  const room = frame.narrow || bars ? 0 : labelRoom(endings, roughHeight - NOTE_ROWS * NOTE_ROW, locale)
  const left = Math.ceil(Math.max(0, ...yLabels.map((label) => textWidth(label, LABEL_SIZE)))) + MARGIN.side
  const right = frame.width - (room > 0 ? room : MARGIN.side)
  const legend = room > 0 ? { items: [], height: 0 } : legendOf(endings, gathered.quiet.size, frame, 2, locale)
  const bottom = frame.height - AXIS_ROW - legend.height

  const x = (t: number): number => left + ((t - span.from) / (span.to - span.from)) * (right - left)
  const inside = (t: number): number => roundPixel(Math.min(Math.max(x(t), left), right))
  const regions = holes.map(({ from, to, reason, partial }): Region => ({
    x0: inside(from),
    x1: Math.max(inside(to), inside(from) + 2),
    from,
    to,
    reason,
    partial,
  }))
  const marks = chart.events
    .filter(({ t, modes }) => t >= span.from && t <= span.to && (modes === undefined || modes.includes(view.mode)))
    .map(({ t, text }) => ({ t, text: frame.narrow ? text[locale] : `${formatDate(t, locale)} · ${text[locale]}`, today: false }))
  if (span.to > asOf + DAY && asOf > span.from && !bars)
    marks.push({ t: asOf, text: `${says[locale].today}${frame.narrow ? '' : ` · ${formatDate(asOf, locale)}`}`, today: true })
  const above = notesAbove(
    [
      ...marks.map(({ t, text }) => ({ x: inside(t), text, line: true })),
      ...regions.map(({ x0, reason, partial }) => ({ x: x0 - 5, text: partial ? '' : reason, line: false })),
    ],
    left,
    room > 0 ? frame.width : right,
    MARGIN.top,
  )
  const plot: Box = { left, top: above.top, right, bottom }
  const y = yOf(domain, view.scale, plot)
  const events = marks.map((mark, i): EventMark => ({ ...mark, x: inside(mark.t), note: above.notes[i] ?? noNote }))
  const drawing = empty === null ? drawingOf(gathered, { plot, x, y, instants: gathered.instants, longest: gathered.every * 1.5 }, valueOf) : []
  const latest = latestOf(input, gathered)
  const data = dataOf(input, gathered)
  const newest = newestStored(gathered, asOf)
  return {
    slug: chart.slug,
    version: chart.version,
    locale,
    title: chart.text[locale].title,
    what: chart.text[locale].what,
    caption: chart.caption(latest, locale),
    notes: notesOf(input, gathered, events),
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
    gaps: regions.map((region, i) => ({ ...region, note: above.notes[marks.length + i] ?? noNote })),
    events,
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

const noNote: Note = { x: 0, y: 0, text: '', anchor: 'start' }

const yOf = (domain: Domain | null, scale: Measure['scale'], { top, bottom }: Box) => {
  const { min, max } = domain ?? { min: 0, max: 1 }
  const place = scale === 'log' ? Math.log10 : (value: number) => value
  const [from, to] = [place(min), place(max)]
  return (value: number): number => bottom - ((place(value) - from) / (to - from)) * (bottom - top)
}

const timeTicks = ({ locale, frame }: ModelInput, { span }: Gathered, x: (t: number) => number, left: number, right: number) => {
  const most = Math.max(2, Math.floor((right - left) / (frame.narrow ? 62 : 96)))
  return tickRow(
    calendarTicks(span.from, span.to, most, locale).map(({ t, label }) => ({ value: t, at: roundPixel(x(t)), label })),
    frame.width,
  )
}

const newestStored = ({ stored }: Gathered, asOf: number): number => {
  const last = stored.at(-1)
  return last === undefined ? asOf : Math.min(last, asOf)
}

const versionsOf = ({ tracks }: Gathered): string => {
  const versions = [...new Set(tracks.flatMap(({ methodVersions }) => methodVersions))].sort((a, b) => a - b)
  return versions.length === 0 ? '1' : versions.join(', ')
}
