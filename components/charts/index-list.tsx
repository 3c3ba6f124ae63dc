import { useLocale, useTranslations } from 'next-intl'
import type { Figure } from '@/lib/charts/answer/chart-figure'
import type { Chart } from '@/lib/charts/define/define-chart'
import { layoutChart } from '@/lib/charts/layout/layout-chart'
import { halfSize } from '@/lib/charts/layout/sizes'
import { defaultView } from '@/lib/charts/query/view'
import { renderSvg } from '@/lib/charts/render/svg'
import { chartHref } from '../../lib/charts/query/links'
import { Sentence } from '../figures/sentence'
import { ChartGuide } from './guide'
import { UnavailableChart } from './unavailable'

type ChartIndexProps = {
  readonly figures: readonly Figure[]
  /** Charts that cannot be drawn just now. */
  readonly unavailable: readonly Chart[]
}

/** Which window sees which picture; on a wide one two charts stand side by side. */
const frames = [
  { name: 'phone', seen: 'sm:hidden' },
  { name: 'column', seen: 'max-sm:hidden lg:hidden' },
  { name: 'half', seen: 'max-lg:hidden' },
] as const

/** Every chart as it stands now, small, with its sentence. */
export function ChartIndex({ figures, unavailable }: ChartIndexProps) {
  const t = useTranslations('charts')
  const locale = useLocale()
  return (
    <>
      <Sentence>{t('sentence', { count: figures.length + unavailable.length })}</Sentence>
      <p className="prose mb-6 text-muted">{t('index-note')}</p>
      <div className="grid gap-6 lg:grid-cols-2">
        {figures.map(({ chart, state, layouts: { column, phone } }) => (
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
            {frames.map(({ name, seen }) => (
              <div
                key={name}
                className={`${seen} lg:group-odd:group-last:col-start-2 lg:group-odd:group-last:row-span-2 lg:group-odd:group-last:row-start-1 mb-3 [&>svg]:block [&>svg]:h-auto [&>svg]:w-full`}
                // biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer escapes every word
                dangerouslySetInnerHTML={{
                  __html: renderSvg(
                    name === 'half' ? layoutChart(state, halfSize, locale) : name === 'phone' ? phone : column,
                    {
                      theme: 'auto',
                      fontMode: 'web',
                      id: `${chart.slug}-${name}`,
                    },
                  ),
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
        {unavailable.map((chart) => (
          <UnavailableChart key={chart.slug} chart={chart} as="block" />
        ))}
      </div>
      <ChartGuide slug={(figures[0]?.chart ?? unavailable[0])?.slug ?? 'tvl'} />
    </>
  )
}
