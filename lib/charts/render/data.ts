import { chainBySlug } from '@/lib/chains'
import type { Chart, SeriesSpec } from '@/lib/charts/define/define-chart'
import type { Column, Model } from '@/lib/charts/layout/chart-layout'
import { frames } from '@/lib/charts/layout/sizes'
import { viewQuery } from '@/lib/charts/query/codec'
import type { View } from '@/lib/charts/query/view'
import { seriesChoices } from '@/lib/charts/state/select-series'
import { failureText } from '@/lib/errors'
import { csvText } from '@/lib/format/csv'
import type { Locale } from '@/lib/i18n/locales'
import type { Class, Scope, Status, Unit } from '@/lib/metrics/types'
import { modelOf } from '../layout/draw'
import type { ChartPoint, Loaded } from '../load/load-chart'

/** One value of a drawn series, as it was read; without block where it is a sum over chains or a plan. */
export type Row = {
  readonly t: number
  readonly to?: number
  readonly value: string | null
  readonly status: Status
  readonly block: string | null
  readonly blockHash: string | null
  readonly blockTime: number | null
  readonly methodVersion: number | null
}

export type DataSeries = {
  readonly key: string
  readonly name: string
  /** Ids of the numbers it is made of, whose proofs stand under `/api/v1/numbers/{id}`; none for a plan. */
  readonly numbers: readonly string[]
  readonly unit: Unit
  readonly symbol?: string
  readonly class: Class
  readonly chain: Scope
  readonly rows: readonly Row[]
}

export type ChartData = { readonly model: Model; readonly series: readonly DataSeries[] }

const specsOf = ({ chart, view, series }: Loaded): ReadonlyMap<string, SeriesSpec> =>
  new Map(seriesChoices(chart, view, new Set(series.map(({ id }) => id))).map(({ spec }) => [spec.key, spec]))

const rowOf = (t: number, to: number | undefined, value: string | null, point: ChartPoint | undefined): Row => ({
  t,
  ...(to === undefined ? {} : { to }),
  value,
  status: point?.status ?? (value === null ? 'absent' : 'ok'),
  block: point?.block == null ? null : String(point.block),
  blockHash: point?.hash ?? null,
  blockTime: point?.blockTime ?? null,
  methodVersion: point?.methodVersion ?? null,
})

const rowsOf = (column: Column, { data }: Model, points: ReadonlyMap<number, ChartPoint> | null): readonly Row[] =>
  data.instants.flatMap((t, i) => {
    const value = column.values[i] ?? null
    const point = points?.get(t)
    // an instant of another series says nothing about this one
    return value === null && point === undefined ? [] : [rowOf(t, data.ends?.[i], value, point)]
  })

/** Exactly what is drawn, series by series; one reading for the page's table, the .csv and the .json. */
export const chartData = (loaded: Loaded, locale: Locale): ChartData => {
  const model = modelOf(loaded, locale, frames.page)
  const specs = specsOf(loaded)
  const byId = new Map(loaded.series.map((each) => [each.id, each]))
  const series = model.data.columns.map((column): DataSeries => {
    const of = specs.get(column.key)?.of
    const numbers = of?.kind === 'numbers' ? of.ids : []
    const [only, second] = numbers
    const single = only !== undefined && second === undefined ? byId.get(only) : undefined
    return {
      key: column.key,
      name: column.name,
      numbers,
      unit: column.unit,
      ...(model.y.symbol === undefined ? {} : { symbol: model.y.symbol }),
      class: column.class,
      chain: column.chain,
      rows: rowsOf(column, model, single ? new Map(single.points.map((point) => [point.t, point])) : null),
    }
  })
  return { model, series }
}

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

export const dataJson = (loaded: Loaded, locale: Locale) => {
  const { model, series } = chartData(loaded, locale)
  const { chart, view, snapshot, gaps } = loaded
  return {
    chart: chart.slug,
    version: chart.version,
    title: model.title,
    what: model.what,
    caption: model.caption,
    view: viewJson(chart, view),
    snapshot: snapshot?.id ?? null,
    asOf: model.asOf.t,
    from: model.x.from,
    to: model.x.to,
    method: model.method,
    classes: model.classes,
    source: model.source,
    notes: model.notes,
    series: series.map(({ rows, ...rest }) => ({ ...rest, points: rows })),
    gaps: gaps
      .filter(({ from, to }) => to >= model.x.from && from <= model.x.to)
      .map((gap) => ({ ...gap, reason: failureText(gap.reason) })),
    events: model.events.map(({ t, text }) => ({ t, text })),
  }
}

const columns = [
  'series',
  'number',
  't',
  'time',
  'value',
  'status',
  'unit',
  'class',
  'chain',
  'chain_id',
  'block',
  'block_hash',
  'block_time',
  'method_version',
]

export const dataCsv = (loaded: Loaded, locale: Locale): string => {
  const { series } = chartData(loaded, locale)
  const rows = series.flatMap(({ name, numbers, unit, symbol, class: kind, chain, rows }) =>
    rows.map((row) => [
      name,
      numbers.join(' '),
      row.t,
      new Date(row.t * 1000).toISOString().replace('.000Z', 'Z'),
      row.value,
      row.status,
      unit === 'token' ? (symbol ?? unit) : unit,
      kind,
      chain,
      chain === 'all' ? null : chainBySlug(chain).id,
      row.block,
      row.blockHash,
      row.blockTime,
      row.methodVersion,
    ]),
  )
  return csvText(columns, rows)
}
