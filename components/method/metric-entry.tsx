import { useLocale, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { classesOf } from '@/lib/metrics'
import type { Metric } from '@/lib/metrics/types'
import { chainName } from '@/lib/numbers/name'
import type { NumberIndex } from '@/lib/numbers/number-index'
import { Value } from '../figures/value'
import { placeLabel } from '../numbers/number-label'

const shown = 3

/**
 * One metric as it declares itself: what it is in sight, how it is computed folded away. The anchor stands inside the
 * fold, so that a link to it and a search in the page open it without a script.
 */
export function MetricEntry({ metric, numbers }: { readonly metric: Metric; readonly numbers: NumberIndex | null }) {
  const locale = useLocale()
  const t = useTranslations('method')
  const units = useTranslations('numbers.units')
  const common = useTranslations('common')
  const text = metric.text[locale]
  const scopes = metric.kind === 'read' ? metric.chains : metric.scopes
  return (
    <details className="border-t border-rule has-[:target]:bg-sunk">
      <summary className="ml-5 list-outside py-2.5">
        <h3 className="mr-3 inline font-semibold">{text.title}</h3>
        <span className="text-small text-muted max-sm:block">
          <code className="mr-3 font-mono wrap-anywhere">{metric.id}</code>
          {classesOf(metric.id).map((kind) => (
            <span key={kind} className="rounded-xs border border-rule px-1 text-tiny">
              {common(`class.${kind}`)}
            </span>
          ))}
        </span>
        <span className="prose block">{text.what}</span>
      </summary>
      <dl id={metric.id} className="metric-facts">
        <dt>{t('formula')}</dt>
        <dd className="font-mono">{text.formula}</dd>
        <dt>{t('unit')}</dt>
        <dd>{units(metric.unit)}</dd>
        <dt>{t('chains')}</dt>
        <dd>{scopes.map((scope) => chainName(scope) ?? common('all-chains')).join(', ')}</dd>
        <dt>{t('contracts')}</dt>
        {metric.kind === 'derived' ? (
          <dd>{t('made-of')}</dd>
        ) : (
          metric.reads.map(({ name, source }) => (
            <dd key={name}>
              {name} <span className="text-muted">{source}</span>
            </dd>
          ))
        )}
        {text.caveats.length > 0 ? <dt>{t('caveats')}</dt> : null}
        {text.caveats.map((caveat) => (
          <dd key={caveat} className="prose">
            {caveat}
          </dd>
        ))}
        <dt>{t('history')}</dt>
        {metric.versions.map(({ version, since, change }) => (
          <dd key={version}>{`${t('version', { version, since })} ${change[locale]}`}</dd>
        ))}
        <Now metric={metric} numbers={numbers} />
        <dt>{t('address')}</dt>
        <dd>
          <a href={`#${metric.id}`} className="link">
            {t('link')}
          </a>{' '}
          ·{' '}
          <a href={`/api/v1/metrics/${metric.id}`} className="link">
            JSON
          </a>
        </dd>
      </dl>
    </details>
  )
}

function Now({ metric, numbers }: { readonly metric: Metric; readonly numbers: NumberIndex | null }) {
  const locale = useLocale()
  const t = useTranslations('method')
  const common = useTranslations('common')
  const held = numbers?.of(metric.id) ?? []
  if (held.length === 0) return null
  return (
    <>
      <dt>{t('numbers')}</dt>
      <dd>
        {held.slice(0, shown).map((num, at) => (
          <Fragment key={num.id}>
            {`${at > 0 ? ' · ' : ''}${placeLabel(num, common, locale)} `}
            <Value of={num} unit={false} />
          </Fragment>
        ))}
        {held.length > shown ? <span className="text-muted"> {t('more', { count: held.length - shown })}</span> : null}
      </dd>
    </>
  )
}
