import { useLocale, useTranslations } from 'next-intl'
import type { Figure } from '@/lib/charts/answer/chart-figure'
import { chartHref, siblingHref } from '@/lib/charts/query/links'
import { DAY } from '@/lib/format/time'
import { ChartSources } from './chart-sources'
import { DataRows } from './data-rows'
import { DaysForm } from './days-form'
import { Downloads } from './downloads'
import { LazyInteractiveChart } from './lazy-interactive-chart'
import { Share } from './share'
import { StaticChart } from './static-chart'
import { ChainFilter, Tools } from './tools'

export type ChartFigureProps = Figure & {
  /** `page`: the caption is the page's own sentence; `block`: one block of a page about more. */
  readonly as: 'page' | 'block'
  readonly origin: string | null
  /** Whether the page is sent into one that stands already, not as a document. */
  readonly navigated: boolean
}

/** Two days that no chart speaks of: the script puts the reader's own in their place. */
const selectable = { from: Date.UTC(2015, 6, 30) / 1000, to: Date.UTC(2015, 6, 31) / 1000 }

/** A chart whole: sentence, picture, where it comes from, what can be changed, its data, and what can be taken along. */
export function ChartFigure({ as, origin, navigated, ...figure }: ChartFigureProps) {
  const { chart, view, state, layouts, pin, chains, hasHistory } = figure
  const locale = useLocale()
  const t = useTranslations('charts')
  const { page } = layouts
  const days = typeof view.range === 'string' ? { from: page.x.from, to: page.x.to - (page.x.to % DAY) } : view.range
  const whole = as === 'page'
  const more = (
    <>
      <ChainFilter chart={chart} view={view} />
      <DaysForm chart={chart} view={view} {...days} />
    </>
  )
  return (
    <figure id={chart.slug} aria-labelledby={`${chart.slug}-title`} className="mb-6 min-w-0">
      {whole ? (
        <figcaption>
          <h1 id={`${chart.slug}-title`} className="mb-1 text-small font-medium text-muted">
            {page.title}
          </h1>
          <p className="mb-4 max-w-[38em] text-[1.375rem] leading-snug font-semibold tracking-tight wrap-anywhere sm:text-sentence sm:leading-tight">
            {page.caption}
          </p>
        </figcaption>
      ) : null}
      <div className="rounded-lg border border-rule bg-card px-4 pt-4 pb-3.5 sm:px-5">
        {whole ? (
          <p className="prose mb-3 text-muted">{page.what}</p>
        ) : (
          <figcaption className="mb-3">
            <h2 id={`${chart.slug}-title`} className="text-title font-semibold tracking-tight">
              {page.title}
            </h2>
            <p className="prose mt-0.5 text-muted">{page.caption}</p>
          </figcaption>
        )}
        <LazyInteractiveChart
          // another state is another chart: what was reached for does not stand over it
          key={siblingHref(locale, chart, view, 'json')}
          drawing={siblingHref(locale, chart, view, 'json')}
          select={chartHref(locale, chart, { ...view, range: selectable })}
          words={{ label: `${page.title}. ${t('reach')}`, failed: t('not-loaded') }}
        >
          <StaticChart layouts={layouts} chart={chart} view={view} state={state} navigated={navigated} />
        </LazyInteractiveChart>
        {hasHistory ? null : <p className="prose mt-2 text-small text-muted">{t('no-history')}</p>}
        {whole ? null : (
          <ul className="mt-2 text-small text-muted">
            {page.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        <div className="mt-3 flex flex-wrap items-start justify-between gap-x-5 gap-y-3 border-t border-rule pt-3 text-small lg:flex-nowrap">
          <ChartSources layout={page} chains={page.past ? null : chains} />
          <div className="flex flex-none flex-wrap gap-x-3 gap-y-2 max-sm:hidden">
            <Tools chart={chart} view={view} />
          </div>
        </div>
        {whole ? (
          <div className="mt-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 text-small max-sm:hidden">
            {more}
          </div>
        ) : null}
        <details className="chart-part sm:hidden">
          <summary>{t('tools')}</summary>
          <div className="mt-2 flex flex-col items-start gap-3">
            <Tools chart={chart} view={view} />
            {whole ? more : null}
          </div>
        </details>
        <Downloads chart={chart} view={view} whole={whole} />
        <DataRows chart={chart} view={view} state={state} most={whole ? 100 : 30} navigated={navigated} />
        <Share chart={chart} view={view} origin={origin} pin={pin} />
      </div>
    </figure>
  )
}
