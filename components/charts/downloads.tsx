import { useLocale, useTranslations } from 'next-intl'
import type { Chart } from '@/lib/charts/define/define-chart'
import { chartHref, type Extension, siblingHref } from '@/lib/charts/query/links'
import type { View } from '@/lib/charts/query/view'

const extensions: readonly Extension[] = ['svg', 'png', 'csv', 'json']

type DownloadsProps = {
  readonly chart: Chart
  readonly view: View
  /** Whether this is the chart's own page, to which a block links. */
  readonly whole: boolean
}

/** The files beside a chart's page, in the state that is shown. */
export function Downloads({ chart, view, whole }: DownloadsProps) {
  const locale = useLocale()
  const t = useTranslations('charts')
  return (
    <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-small">
      <span className="text-muted">{t('download')}</span>
      {extensions.map((extension) => (
        <a
          key={extension}
          href={siblingHref(locale, chart, view, extension)}
          download={`sparkscope-${chart.slug}.${extension}`}
          rel="nofollow"
          className="link"
        >
          {extension.toUpperCase()}
        </a>
      ))}
      {whole ? null : (
        <a href={chartHref(locale, chart, view)} className="link sm:ml-auto">
          {t('chart-page')}
        </a>
      )}
    </p>
  )
}
