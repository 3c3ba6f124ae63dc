import { DAY } from '../../format/time'
import type { Chart, SeriesSpec } from '../define/define-chart'
import { isPast, type View } from '../query/view'
import { phrases } from '../words'
import { alignSeries } from './align-series'
import { ABSENT, type AlignedSeries, KNOWN, lastKnown, MISSING } from './aligned-series'
import { captionOf } from './caption'
import type { ChartData } from './chart-data'
import { type ChartDocument, type ChartState, type Mark, toScale } from './chart-state'
import { factsOf } from './facts'
import { foldSmallSeries, OTHERS, unnamedKeys } from './fold-small-series'
import {
  emptyRanges,
  type MissingContext,
  type MissingRange,
  missingApart,
  missingTogether,
  usualDistance,
} from './missing-ranges'
import { emptyReason } from './notes'
import { type Span, seriesChoices } from './select-series'
import { spanOfReadings } from './span'
import { type Stack, stackOf } from './stack'
import { tellApart } from './tell-apart'

const documentOf = ({ slug, version, text, source, unit, symbol }: Chart): ChartDocument => ({
  slug,
  version,
  title: { en: text.en.title, 'zh-Hant': text['zh-Hant'].title },
  what: { en: text.en.what, 'zh-Hant': text['zh-Hant'].what },
  source,
  unit,
  ...(symbol === undefined ? {} : { symbol }),
})

const isStacked = ({ spec: { mark } }: AlignedSeries): boolean => mark === 'area' || mark === 'bars'

/** The series that a view asks for; on a logarithmic scale heights do not add up, so that parts stand beside each other. */
const askedSeries = (chart: Chart, view: View, { series }: ChartData) => {
  const choices = seriesChoices(chart, view, new Set(series.map(({ id }) => id))).filter(({ shown }) => shown)
  const specs = choices.map(
    ({ spec }): SeriesSpec => (view.scale === 'log' && spec.mark === 'area' ? { ...spec, mark: 'line' } : spec),
  )
  return { specs, added: new Set(choices.filter(({ added }) => added).map(({ spec }) => spec.key)) }
}

type Drawn = Pick<ChartState, 'series' | 'stacked' | 'lines'> & { readonly all: readonly AlignedSeries[] }

const missingRanges = ({ all, series, stacked, lines }: Drawn, context: MissingContext): readonly MissingRange[] => {
  const stored = all.filter(({ spec }) => spec.of.kind === 'numbers')
  const named = stacked.filter(({ spec }) => spec.key !== OTHERS)
  const folded = series.filter((each) => isStacked(each) && !stacked.includes(each))
  const lost = series.length > 0 ? [] : all.filter(({ presence }) => presence.includes(MISSING))
  return [
    ...emptyRanges(stored, context),
    ...missingTogether([...named, ...lost, ...folded], context),
    ...missingApart(lines, context),
  ]
}

/** Least and greatest of what is drawn; null where nothing is. */
const extentOf = (stack: Stack | null, lines: readonly AlignedSeries[], place: (value: number) => number) => {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  if (stack !== null && !stack.isZero) [low, high] = [stack.low, stack.high]
  for (const { floats } of lines)
    for (const float of floats) {
      const value = place(float)
      if (value < low) low = value
      if (value > high) high = value
    }
  return low <= high ? ([low, high] as const) : null
}

/** Events in the span, and now where the span goes on beyond it; bars speak of whole spans. */
const marksOf = (chart: Chart, view: View, span: Span, asOf: number, hasBars: boolean): readonly Mark[] => {
  const events = chart.events
    .filter(({ t, modes }) => t >= span.from && t <= span.to && (modes === undefined || modes.includes(view.mode)))
    .map(({ t, text }): Mark => ({ at: t, text, isToday: false }))
  const today: Mark = {
    at: asOf,
    text: { en: phrases.en.today, 'zh-Hant': phrases['zh-Hant'].today },
    isToday: true,
  }
  return !hasBars && span.to > asOf + DAY && asOf > span.from ? [...events, today] : events
}

/** A chart in a view, from what was read for it. Pure: the same input gives the same state. */
export const buildState = (chart: Chart, view: View, data: ChartData): ChartState => {
  const { asOf, gaps } = data
  const { scale } = view
  const { specs, added } = askedSeries(chart, view, data)
  const span = spanOfReadings(chart, view, data, specs)
  const byId = new Map(data.series.map((each) => [each.id, each]))
  const { instants, stored, series: all } = alignSeries(specs, byId, span.from, span.to)
  const every = data.every ?? usualDistance(stored)
  const series = all.filter((each) => lastKnown(each) !== -1)
  // what does not exist anywhere in the span is no loss; what should be there and is not is said
  const unread = all.filter(
    ({ presence }) =>
      !presence.includes(KNOWN) && (presence.length === 0 || !presence.every((each) => each === ABSENT)),
  )
  const stacked = tellApart(foldSmallSeries(series.filter(isStacked), added, instants.length), new Set())
  const drawnLines = series.filter((each) => !isStacked(each))
  const unnamed = unnamedKeys(drawnLines, added)
  const lines = tellApart(drawnLines, unnamed)
  const whole = scale === 'share' ? chart.whole : undefined
  const stackUnit = scale !== 'share' ? 1 : whole === undefined ? 'total' : Number(whole)
  const stack = stacked.length > 0 ? stackOf(stacked, instants.length, stackUnit) : null
  const shareOf = whole === undefined ? {} : { whole }
  const extent = extentOf(stack, lines, toScale({ scale, ...shareOf }))
  const isFiltered = view.chains.length > 0 && view.hide.length === 0
  const asked = specs.length
  const empty = emptyReason({ asked, isFiltered, isFixed: span.fixed, series, unread, stack, extent })
  const past = isPast(view, asOf)
  const pastUntil = past ? Math.min(span.to, asOf) : null
  const facts = factsOf(view, { series, unread, instants, asOf, pastUntil })
  return {
    document: documentOf(chart),
    network: data.network ?? 'live',
    scale,
    ...shareOf,
    x: { kind: 'time', ...span },
    asOf,
    past,
    instants,
    stored,
    every,
    series,
    stacked,
    stack,
    lines,
    unnamed,
    unread,
    missing: missingRanges({ all, series, stacked, lines }, { instants, stored, gaps, span, asOf, every }),
    chainBlocks: new Map(
      data.blocks?.map(({ chain, blocks }) => [chain, new Map(blocks.map(({ t, ...block }) => [t, block]))]),
    ),
    extent,
    empty,
    marks: marksOf(
      chart,
      view,
      span,
      asOf,
      stacked.some(({ spec }) => spec.mark === 'bars'),
    ),
    current: null,
    notes: chart.text.en.notes.map((en, i) => ({ en, 'zh-Hant': chart.text['zh-Hant'].notes[i] ?? en })),
    // of nothing there is no newest number to speak of
    caption: (locale) =>
      empty !== null && (asked === 0 || empty === 'noneInRange')
        ? phrases[locale][empty]
        : captionOf(chart, facts, locale),
  }
}
