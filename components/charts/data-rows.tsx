import { useLocale, useTranslations } from 'next-intl'
import type { Chart } from '@/lib/charts/define/define-chart'
import type { View } from '@/lib/charts/query/view'
import { renderTable, tableOf } from '@/lib/charts/render/table'
import type { ChartState } from '@/lib/charts/state/chart-state'
import { siblingHref } from '../../lib/charts/query/links'
import { StaticHtml } from '../ui/static-html-server'

type DataRowsProps = {
  readonly chart: Chart
  readonly view: View
  readonly state: ChartState
  readonly most: number
  readonly navigated: boolean
}

/** Everything that is drawn, in full digits, each row with the blocks it was read at. */
export function DataRows({ chart, view, state, most, navigated }: DataRowsProps) {
  const locale = useLocale()
  const t = useTranslations('charts.table')
  const table = tableOf(state, locale, { most, sums: true })
  const isWhole = table.rows.length >= table.of
  return (
    <details className="chart-part">
      <summary>{t('title')}</summary>
      <p className="mt-1 mb-2 text-small text-muted">
        {isWhole ? t('what', { count: table.of }) : t('some', { shown: table.rows.length, count: table.of })}{' '}
        <a href={siblingHref(locale, chart, view, 'csv')} className="link" rel="nofollow">
          CSV
        </a>
      </p>
      <StaticHtml
        as="section"
        aria-label={table.caption}
        // what scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-[28rem] overflow-auto"
        navigated={navigated}
        html={renderTable(table)}
      />
    </details>
  )
}
