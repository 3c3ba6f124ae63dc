import { failureText } from '../../errors'
import { formatDate } from '../../format/date'
import type { Locale } from '../../format/locale'
import type { Chart } from '../define/define-chart'
import type { LoadedChart } from '../load/load-chart'
import { viewQuery } from '../query/codec'
import type { View } from '../query/view'
import type { ChartGap } from '../state/chart-data'
import type { ChartState } from '../state/chart-state'
import { missingReasonText } from '../state/missing-reason'
import { notesOf } from '../state/notes'
import { numbersOfSeries, rowsOf } from '../state/rows'
import { textsOf } from '../state/texts'

/** The view as a link has it, in full: every parameter that changes a figure, whether or not it is the default. */
const viewJson = (chart: Chart, view: View) => ({
  mode: view.mode,
  range: typeof view.range === 'string' ? view.range : { from: view.range.from, to: view.range.to },
  scale: view.scale,
  chains: view.chains,
  hide: view.hide,
  add: view.add,
  pin: view.pin,
  query: viewQuery(chart, { ...view, theme: 'auto', controls: true, locale: 'en' }).toString(),
})

/** Every stretch that lacks readings: as the store has it, and what is missing beside that. */
const gapsOf = ({ missing, x }: ChartState, gaps: readonly ChartGap[]) => [
  ...gaps
    .filter(({ from, to }) => to >= x.from && from <= x.to)
    .map(({ chain, from, to, reason }) => ({ chain, from, to, reason: failureText(reason) })),
  ...missing
    .filter(({ first, last, reason }) =>
      reason.kind === 'stored' ? first < reason.gap.from || last > reason.gap.to : true,
    )
    .map(({ first, last, scope, reason }) => ({
      chain: scope,
      from: first,
      to: last,
      reason: `${missingReasonText(reason, 'en')}.`,
    })),
]

/** Exactly what is drawn, with where it comes from. */
export const renderJson = ({ chart, view, snapshot, gaps }: LoadedChart, state: ChartState, locale: Locale) => {
  const { document, x, series, marks } = state
  const texts = textsOf(state, locale)
  const { unit, symbol } = document
  return {
    network: state.network,
    chart: document.slug,
    version: document.version,
    title: texts.title,
    what: texts.what,
    caption: texts.caption,
    view: viewJson(chart, view),
    snapshot: snapshot?.id ?? null,
    asOf: texts.asOf.t,
    from: x.from,
    to: x.to,
    method: texts.method,
    classes: texts.classes,
    source: texts.source,
    notes: notesOf(state, locale),
    series: series.map((each) => ({
      key: each.spec.key,
      name: each.spec.name[locale],
      numbers: numbersOfSeries(each),
      unit,
      ...(symbol === undefined ? {} : { symbol }),
      class: each.class,
      chain: each.spec.chain,
      points: rowsOf(each, state),
    })),
    gaps: gapsOf(state, gaps),
    events: marks.map(({ at, text }) => ({ t: at, text: `${formatDate(at, locale)} · ${text[locale]}` })),
  }
}
