import { useLocale, useTranslations } from 'next-intl'
import { isPinned } from '@/lib/charts/query/view'
import { chartHref } from '../../lib/charts/query/links'
import { Block } from '../figures/block'
import { Callout } from '../ui/callout'
import { ChartFigure, type ChartFigureProps } from './figure'
import { SeriesList } from './series-list'

export type ChartPageProps = {
  readonly figure: Omit<ChartFigureProps, 'as'>
  /** Ids of all numbers that the chart could draw. */
  readonly known: ReadonlySet<string>
}

export function ChartPage({ figure, known }: ChartPageProps) {
  const locale = useLocale()
  const t = useTranslations('charts')
  const { chart, view, state, layouts } = figure
  return (
    <>
      {isPinned(view) ? (
        <Callout title={t('pinned.title')}>
          <p>
            {t('pinned.what')}{' '}
            <a href={chartHref(locale, chart, { ...view, pin: null })} className="link">
              {t('pinned.live')}
            </a>
          </p>
        </Callout>
      ) : null}
      <ChartFigure {...figure} as="page" />
      <Block title={t('notes')}>
        <ul className="prose list-disc space-y-1 pl-5 text-muted">
          {layouts.page.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </Block>
      <Block title={t('series.title')} caption={t('series.caption')}>
        <SeriesList chart={chart} view={view} state={state} known={known} />
      </Block>
    </>
  )
}
