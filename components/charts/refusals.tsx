import { useLocale, useTranslations } from 'next-intl'
import { charts } from '@/lib/charts/catalogue'
import type { Chart } from '@/lib/charts/define/define-chart'
import type { ViewProblem } from '@/lib/charts/query/params'
import { href } from '@/lib/i18n/locales'
import { Sentence } from '../figures/sentence'

type RefusedViewProps = {
  readonly chart: Chart
  readonly problems: readonly ViewProblem[]
  /** The address names a snapshot that is not stored, or is stored damaged. */
  readonly snapshot: 'unknown' | 'damaged' | null
}

/** What an address may say, in place of a chart that was asked for what it cannot show. Nothing asked is repeated. */
export function RefusedView({ chart, problems, snapshot }: RefusedViewProps) {
  const locale = useLocale()
  const t = useTranslations('charts.bad')
  return (
    <>
      <Sentence>{t('sentence')}</Sentence>
      {snapshot === null ? null : <p className="prose">{t(snapshot)}</p>}
      <ul className="prose list-disc space-y-1 pl-5">
        {problems.map(({ parameter, allowed }) => (
          <li key={parameter} className="wrap-anywhere">
            {t('may', { parameter, allowed: allowed[locale] })}
          </li>
        ))}
      </ul>
      <p className="mt-4">
        <a href={href(locale, `/charts/${chart.slug}`)} className="link">
          {t('back')}
        </a>
      </p>
    </>
  )
}

export function MissingChart() {
  const locale = useLocale()
  const t = useTranslations('charts.missing')
  return (
    <>
      <Sentence>{t('sentence')}</Sentence>
      <p className="prose text-muted">{t('what')}</p>
      <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-2">
        {charts.map(({ slug, text }) => (
          <li key={slug}>
            <a href={href(locale, `/charts/${slug}`)} className="link">
              {text[locale].title}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
