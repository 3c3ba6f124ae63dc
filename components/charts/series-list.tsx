import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { chainBySlug } from '@/lib/chains'
import type { Chart, SeriesSpec } from '@/lib/charts/define/define-chart'
import { everySeries, onlySeries, withoutSeries, withSeries } from '@/lib/charts/query/series-views'
import type { View } from '@/lib/charts/query/view'
import { type ChartState, newestReading } from '@/lib/charts/state/chart-state'
import { drawnAs } from '@/lib/charts/state/drawn-as'
import { shortFigure } from '@/lib/charts/state/figures'
import { seriesChoices } from '@/lib/charts/state/select-series'
import { UNKNOWN } from '@/lib/format/number'
import { href, numberPath } from '@/lib/i18n/locales'
import { chartHref } from '../../lib/charts/query/links'
import { ClassMark } from '../provenance/class-mark'
import { type Column, DataTable } from '../ui/data-table'
import { SeriesSwatch } from './series-swatch'

type SeriesListProps = {
  readonly chart: Chart
  readonly view: View
  readonly state: ChartState
  /** Ids of all numbers that the chart could draw. */
  readonly known: ReadonlySet<string>
}

type Entry = { readonly spec: SeriesSpec; readonly shown: boolean; readonly newest: string }

const newestOf = (state: ChartState, key: string): string | null => {
  const newest = newestReading(state)
  const values = state.series.find(({ spec }) => spec.key === key)?.values
  const last = values?.findLastIndex((value, i) => value !== null && (state.instants[i] ?? 0) <= newest) ?? -1
  return values?.[last] ?? null
}

/** The class of its numbers where they are drawn. */
const classIn = ({ series }: ChartState, { key, class: declared }: SeriesSpec) =>
  series.find(({ spec }) => spec.key === key)?.class ?? declared

/** Everything the chart can draw: what it is worth now, how sure that is, its proof, and a link that adds or hides it. */
export function SeriesList({ chart, view, state, known }: SeriesListProps) {
  const locale = useLocale()
  const t = useTranslations('charts.series')
  const choices = seriesChoices(chart, view, known)
  const entries = choices.map(({ spec, shown }): Entry => {
    const written = { unit: chart.unit, locale, ...(chart.symbol === undefined ? {} : { symbol: chart.symbol }) }
    return { spec, shown, newest: shown ? shortFigure(newestOf(state, spec.key), written) : UNKNOWN }
  })
  /** The series alone, since it is stored. */
  const historyOf = (spec: SeriesSpec): string | null => {
    const alone = onlySeries({ ...view, range: 'all' }, choices, spec)
    return alone && chartHref(locale, chart, alone)
  }
  const columns: readonly Column<Entry>[] = [
    {
      key: 'name',
      head: t('name'),
      cell: ({ spec, shown }) => (
        <span className={shown ? '' : 'text-muted'}>
          <SeriesSwatch {...drawnAs(state, spec)} hollow={!shown} />
          {spec.name[locale]}
        </span>
      ),
    },
    { key: 'newest', head: t('newest'), align: 'end', cell: ({ newest }) => newest },
    { key: 'class', head: t('class'), cell: ({ spec }) => <ClassMark of={classIn(state, spec)} /> },
    { key: 'proof', head: t('proof'), cell: ({ spec }) => <Proof spec={spec} history={historyOf(spec)} /> },
    {
      key: 'shown',
      head: t('shown'),
      cell: ({ spec, shown }) => {
        const name = spec.name[locale]
        return (
          <span className="flex gap-x-3 whitespace-nowrap">
            <ToView
              chart={chart}
              to={shown ? withoutSeries(view, choices, [spec.key]) : withSeries(view, spec)}
              label={t(shown ? 'hide-named' : 'add-named', { name })}
            >
              {t(shown ? 'hide' : 'add')}
            </ToView>
            <ToView chart={chart} to={onlySeries(view, choices, spec)} label={t('only-named', { name })}>
              {t('only')}
            </ToView>
          </span>
        )
      },
    },
  ]
  return (
    <>
      {view.hide.length + view.add.length > 0 ? (
        <p className="mb-2 text-small">
          <ToView chart={chart} to={everySeries(view)}>
            {t('all')}
          </ToView>
        </p>
      ) : null}
      <DataTable id="series" caption={t('title')} columns={columns} rows={entries} rowKey={({ spec }) => spec.key} />
    </>
  )
}

/** A link to another state; null where an address cannot say it. */
type ToViewProps = {
  readonly chart: Chart
  readonly to: View | null
  readonly label?: string
  readonly children: React.ReactNode
}

function ToView({ chart, to, label, children }: ToViewProps) {
  const locale = useLocale()
  if (to === null) return null
  return (
    <Link
      href={chartHref(locale, chart, to)}
      prefetch={false}
      scroll={false}
      rel="nofollow"
      className="link"
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {children}
    </Link>
  )
}

function Proof({ spec: { of, chain }, history }: { readonly spec: SeriesSpec; readonly history: string | null }) {
  const locale = useLocale()
  const t = useTranslations('charts.series')
  const [first, ...more] = of.kind === 'numbers' ? of.ids : []
  if (first === undefined) return <span className="text-muted">{t('plan')}</span>
  return (
    <>
      <a href={href(locale, numberPath(first))} data-number={first} className="num">
        {chain === 'all' ? t('proof') : chainBySlug(chain).short}
      </a>
      {more.length > 0 ? ` +${more.length}` : null}{' '}
      {history === null ? null : (
        <a href={history} rel="nofollow" className="link text-muted">
          {t('history')}
        </a>
      )}
    </>
  )
}
