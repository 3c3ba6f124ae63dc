import { useLocale, useTranslations } from 'next-intl'
import type { Chart } from '@/lib/charts/define/define-chart'
import { href } from '@/lib/i18n/locales'
import { Sentence } from '../figures/sentence'

type UnavailableChartProps = { readonly chart: Chart; readonly as: 'page' | 'block' }

/** In a chart's place while its history cannot be read. */
export function UnavailableChart({ chart, as }: UnavailableChartProps) {
  const locale = useLocale()
  const t = useTranslations('charts')
  const { title } = chart.text[locale]
  if (as === 'page')
    return (
      <>
        <Sentence>{title}</Sentence>
        <p className="prose">{t('away')}</p>
      </>
    )
  return (
    <section className="mb-6 min-w-0 rounded-lg border border-rule bg-card px-4 pt-4 pb-3.5 sm:px-5">
      <h2 className="text-title font-semibold tracking-tight">
        <a href={href(locale, `/charts/${chart.slug}`)} className="hover:underline">
          {title}
        </a>
      </h2>
      <p className="prose mt-0.5 text-muted">{t('away')}</p>
    </section>
  )
}
