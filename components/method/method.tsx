import { useLocale, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { metrics } from '@/lib/metrics'
import { lines as allLines } from '@/lib/metrics/types'
import type { NumberIndex } from '@/lib/numbers/number-index'
import { Sentence } from '../figures/sentence'
import { Glossary } from './glossary'
import { MetricEntry } from './metric-entry'
import { Problems } from './problems'

/** The total first. */
const order = ['tvl', ...allLines.filter((line) => line !== 'tvl')] as const

const classes = ['onchain', 'issuer', 'stated', 'promise'] as const

/** Every metric by line, straight from the registry, the glossary, and what the API's problems mean. */
export function Method({ numbers }: { readonly numbers: NumberIndex | null }) {
  const locale = useLocale()
  const t = useTranslations('method')
  const common = useTranslations('common')
  const lines = order
    .map((line) => ({ line, own: metrics.filter((metric) => metric.line === line) }))
    .filter(({ own }) => own.length > 0)
  return (
    <>
      <Sentence>{t('sentence', { count: metrics.length })}</Sentence>
      <section className="mb-8 grid gap-x-12 gap-y-6 md:grid-cols-2">
        <div>
          <h2 className="text-title font-semibold">{t('conventions')}</h2>
          <ul className="prose mt-1 list-disc space-y-1 pl-5 text-muted">
            {(['block', 'exact', 'unknown', 'utc'] as const).map((name) => (
              <li key={name}>{t(`convention.${name}`)}</li>
            ))}
          </ul>
        </div>
        <div>
          <h2 className="text-title font-semibold">{t('classes')}</h2>
          <p className="text-muted">{t('classes-what')}</p>
          <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
            {classes.map((name) => (
              <div key={name} id={`class-${name}`} className="col-span-2 grid grid-cols-subgrid">
                <dt>
                  <span className="rounded-xs border border-edge px-1 text-tiny">{common(`class.${name}`)}</span>
                </dt>
                <dd className="text-muted">{common(`class-what.${name}`)}</dd>
              </div>
            ))}
          </dl>
        </div>
      </section>
      <nav aria-label={t('contents')} className="mb-8 border-y border-rule py-3">
        <ul className="grid gap-y-2 max-sm:grid-cols-2">
          {lines.map(({ line, own }) => (
            <li key={line} className="gap-x-6 sm:grid sm:grid-cols-[12rem_minmax(0,1fr)]">
              <p>
                <a href={`#line-${line}`} className="link">
                  {t(`lines.${line}`)}
                </a>{' '}
                <span className="text-small text-muted">{own.length}</span>
              </p>
              <p className="text-small leading-6 text-muted max-sm:hidden">
                {own.map((metric, at) => (
                  <Fragment key={metric.id}>
                    {at > 0 ? ' · ' : null}
                    <a href={`#${metric.id}`} className="hover:text-ink hover:underline">
                      {metric.text[locale].title}
                    </a>
                  </Fragment>
                ))}
              </p>
            </li>
          ))}
          <li>
            <a href="#glossary" className="link">
              {t('glossary')}
            </a>
          </li>
          <li>
            <a href="#problems" className="link">
              {t('problems.title')}
            </a>
          </li>
        </ul>
      </nav>
      {lines.map(({ line, own }) => (
        <section key={line} id={`line-${line}`} className="mb-10">
          <h2 className="mb-3 text-sentence font-semibold tracking-tight">{t(`lines.${line}`)}</h2>
          {own.map((metric) => (
            <MetricEntry key={metric.id} metric={metric} numbers={numbers} />
          ))}
        </section>
      ))}
      <Glossary />
      <Problems />
    </>
  )
}
