import { useLocale, useTranslations } from 'next-intl'
import type { Chart } from '@/lib/charts/define/define-chart'
import { frames } from '@/lib/charts/layout/sizes'
import { defaultView } from '@/lib/charts/query/view'
import { paintSvg } from '@/lib/charts/render/svg'
import { chartHref } from '../../lib/charts/query/links'
import { Sentence } from '../figures/sentence'
import type { DrawnChart } from './drawing'
import { ChartGuide } from './guide'
import { ChartAway } from './unavailable'

type ChartIndexProps = {
  readonly figures: readonly DrawnChart[]
  /** Charts that cannot be drawn just now. */
  readonly away: readonly Chart[]
}

/** Every chart as it stands now, small, with its sentence. */
export function ChartIndex({ figures, away }: ChartIndexProps) {
  const t = useTranslations('charts')
  const locale = useLocale()
  return (
    <>
      <Sentence>{t('sentence', { count: figures.length + away.length })}</Sentence>
      <p className="prose mb-6 text-muted">{t('index-note')}</p>
      <div className="grid gap-6 lg:grid-cols-2">
        {figures.map(({ chart, models: { column, phone } }) => (
          <figure
            key={chart.slug}
            className="group flex min-w-0 flex-col rounded-lg border border-rule bg-card px-4 pt-4 pb-3.5 sm:px-5 lg:last:odd:col-span-2 lg:last:odd:grid lg:last:odd:grid-cols-2 lg:last:odd:grid-rows-[1fr_auto] lg:last:odd:gap-x-8"
          >
            <figcaption className="mb-3">
              <h2 className="text-title font-semibold tracking-tight">
                <a href={chartHref(locale, chart, defaultView(chart))} className="hover:underline">
                  {column.title}
                </a>
              </h2>
              <p className="mt-0.5 text-muted">{column.caption}</p>
            </figcaption>
            {[column, phone].map((model) => (
              <div
                key={model.frame.width}
                className={`lg:group-odd:group-last:col-start-2 lg:group-odd:group-last:row-span-2 lg:group-odd:group-last:row-start-1 mb-3 ${model === phone ? 'sm:hidden' : 'max-sm:hidden'} [&>svg]:block [&>svg]:h-auto [&>svg]:w-full`}
                // biome-ignore lint/security/noDangerouslySetInnerHtml: the painter escapes every word
                dangerouslySetInnerHTML={{
                  __html: paintSvg(model, {
                    theme: 'auto',
                    fontMode: 'web',
                    id: `${chart.slug}-${model.frame.width === frames.column.width ? 'c' : 'p'}`,
                  }),
                }}
              />
            ))}
            <p className="mt-auto flex flex-wrap justify-between gap-x-4 border-t border-rule pt-2.5 text-small text-muted">
              <span>{column.asOf.text}</span>
              <a
                href={chartHref(locale, chart, defaultView(chart))}
                className="link"
                aria-label={`${t('open')}: ${column.title}`}
              >
                {t('open')}
              </a>
            </p>
          </figure>
        ))}
        {away.map((chart) => (
          <ChartAway key={chart.slug} chart={chart} as="block" />
        ))}
      </div>
      <ChartGuide slug={(figures[0]?.chart ?? away[0])?.slug ?? 'tvl'} />
    </>
  )
}
