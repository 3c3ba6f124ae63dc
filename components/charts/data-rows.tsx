import { useLocale, useTranslations } from 'next-intl'
import type { Chart } from '@/lib/charts/define/define-chart'
import type { Model } from '@/lib/charts/layout/chart-layout'
import type { View } from '@/lib/charts/query/view'
import { paintTable, tableHtml } from '@/lib/charts/render/table'
import { siblingHref } from '../../lib/charts/query/links'
import { StaticHtml } from '../ui/static-html-server'

type DataRowsProps = {
  readonly chart: Chart
  readonly view: View
  readonly model: Model
  readonly most: number
  readonly navigated: boolean
}

/** Everything that is drawn, in full digits, each row with the blocks it was read at. */
export function DataRows({ chart, view, model, most, navigated }: DataRowsProps) {
  const locale = useLocale()
  const t = useTranslations('charts.table')
  const table = paintTable(model, { most })
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
        html={tableHtml(table)}
      />
    </details>
  )
}
