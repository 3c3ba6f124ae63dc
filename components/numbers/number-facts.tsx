import { useLocale, useTranslations } from 'next-intl'
import { chains } from '@/lib/chains'
import { formatDateTime, isoTime } from '@/lib/format/date'
import { href } from '@/lib/i18n/locales'
import { metricById } from '@/lib/metrics'
import type { NumberIndex, Observation } from '@/lib/numbers/number-index'
import { fullValue } from '@/lib/numbers/value'
import { BlockLink } from '../provenance/block-link'

/** What the number is exactly, of which block, by which definition. */
export function NumberFacts({
  numbers: { snapshot },
  num,
}: {
  readonly numbers: NumberIndex
  readonly num: Observation
}) {
  const locale = useLocale()
  const t = useTranslations('numbers')
  const common = useTranslations('common')
  const version = metricById(num.metric)?.versions.find((each) => each.version === num.methodVersion)
  const used = chains.filter(({ slug }) => (num.chain === slug || num.chain === 'all') && snapshot.asOf[slug])
  return (
    <dl className="mb-6 grid grid-cols-1 gap-x-6 text-small sm:gap-y-1.5 sm:grid-cols-[9rem_minmax(0,1fr)]">
      {num.value ? (
        <>
          <Fact name={t('exact')}>{fullValue(num, locale, { decimals: 'all', unit: true })}</Fact>
          <Fact name={t('raw')}>{t('raw-scale', { raw: num.value.raw.toString(), decimals: num.value.decimals })}</Fact>
        </>
      ) : null}
      <Fact name={t('unit')}>{t(`units.${num.unit}`)}</Fact>
      <Fact name={t('status')}>{common(`status.${num.status}`)}</Fact>
      <Fact name={t('as-of')}>
        <ul>
          {used.map((chain) => {
            const asOf = snapshot.asOf[chain.slug]
            return asOf ? (
              <li key={chain.slug}>
                {chain.name} {t('block')} <BlockLink chain={chain} block={asOf.block} className="link" />
                <span className="max-sm:hidden"> · </span>
                <span className="max-sm:block max-sm:text-muted">
                  <time dateTime={isoTime(asOf.timestamp)}>
                    {formatDateTime(asOf.timestamp, locale, { seconds: true })}
                  </time>{' '}
                  · {asOf.finality}
                </span>
                {num.chain === 'all' ? null : <span className="block font-mono break-all text-muted">{asOf.hash}</span>}
              </li>
            ) : null
          })}
        </ul>
      </Fact>
      <Fact name={t('method-version')}>
        <a href={href(locale, `/method#${num.metric}`)} className="link">
          {version ? t('version', { version: version.version, since: version.since }) : num.metric}
        </a>
      </Fact>
      <Fact name={t('id')}>
        <code className="font-mono">{num.id}</code> ·{' '}
        <a href={`/api/v1/numbers/${encodeURIComponent(num.id)}`} className="link">
          {t('json')}
        </a>
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt className="text-muted max-sm:pt-2">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  )
}
