import { useLocale, useTranslations } from 'next-intl'
import type { Metric } from '@/lib/metrics/types'
import { chainName } from '@/lib/view/name'
import type { NumberIndex } from '@/lib/view/numbers'
import { Value } from '../figures/value'
import { placeWords } from '../numbers/key-word'
import { ClassMark } from '../provenance/class-mark'

const shown = 5

/** One metric as it declares itself. */
export function MetricEntry({ metric, numbers }: { readonly metric: Metric; readonly numbers: NumberIndex | null }) {
  const locale = useLocale()
  const t = useTranslations('method')
  const units = useTranslations('numbers.units')
  const common = useTranslations('common')
  const text = metric.text[locale]
  const scopes = metric.kind === 'read' ? metric.chains : metric.scopes
  return (
    <article id={metric.id} className="border-t border-rule py-4">
      <h3 className="flex flex-wrap items-baseline gap-x-3 font-semibold">
        <a href={`#${metric.id}`} className="hover:underline">
          {text.title}
        </a>
        <code className="font-mono text-small font-normal wrap-anywhere text-muted">{metric.id}</code>
        <span className="font-normal">
          <ClassMark of={metric.class} />
        </span>
      </h3>
      <p className="prose">{text.what}</p>
      <dl className="mt-2 grid grid-cols-1 gap-x-6 text-small sm:gap-y-1 sm:grid-cols-[8rem_minmax(0,1fr)]">
        <Entry name={t('formula')}>
          <span className="font-mono wrap-anywhere">{text.formula}</span>
        </Entry>
        <Entry name={t('unit')}>{units(metric.unit)}</Entry>
        <Entry name={t('chains')}>{scopes.map((scope) => chainName(scope) ?? common('all-chains')).join(', ')}</Entry>
        <Entry name={t('contracts')}>
          {metric.kind === 'derived'
            ? t('made-of')
            : metric.reads.map(({ name, source }) => (
                <span key={name} className="block">
                  {name} <span className="break-all text-muted">{source}</span>
                </span>
              ))}
        </Entry>
        {text.caveats.length > 0 ? (
          <Entry name={t('caveats')}>
            {text.caveats.map((caveat) => (
              <span key={caveat} className="prose block">
                {caveat}
              </span>
            ))}
          </Entry>
        ) : null}
        <Entry name={t('history')}>
          {metric.versions.map(({ version, since, change }) => (
            <span key={version} className="block">
              {t('version', { version, since })} {change[locale]}
            </span>
          ))}
        </Entry>
        <Now metric={metric} numbers={numbers} />
      </dl>
    </article>
  )
}

function Now({ metric, numbers }: { readonly metric: Metric; readonly numbers: NumberIndex | null }) {
  const t = useTranslations('method')
  const common = useTranslations('common')
  const held = numbers?.of(metric.id) ?? []
  if (held.length === 0) return null
  return (
    <Entry name={t('numbers')}>
      {held.slice(0, shown).map((num, at) => (
        <span key={num.id}>
          {at > 0 ? ' · ' : null}
          {placeWords(num, common)} <Value of={num} unit={false} />
        </span>
      ))}
      {held.length > shown ? <span className="text-muted"> {t('more', { count: held.length - shown })}</span> : null}
    </Entry>
  )
}

function Entry({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt className="text-muted max-sm:pt-2">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  )
}
