import { useLocale, useTranslations } from 'next-intl'
import { formatDate, isoTime } from '@/lib/format/date'
import { formatShare, formatUsd } from '@/lib/format/number'
import type { NumberIndex } from '@/lib/numbers/number-index'
import { Block } from '../figures/block'
import { Value } from '../figures/value'
import { ClassMark } from '../provenance/class-mark'
import { Callout } from '../ui/callout'
import { type Column, DataTable } from '../ui/data-table'
import { type Claim, claimed, claims, events } from './stated'

type ContextProps = { readonly numbers: NumberIndex; readonly network: 'live' | 'embedded' }

/** What was said, beside what is read: never mixed, never added. */
export function Context({ numbers, network }: ContextProps) {
  const locale = useLocale()
  const t = useTranslations('rwa.context')
  const format = ({ value, unit }: Claim) => (unit === 'usd' ? formatUsd(value, locale) : formatShare(value, locale))
  const columns: readonly Column<Claim>[] = [
    {
      key: 'claim',
      head: t('claim'),
      wrap: true,
      cell: ({ key }) => <span className="inline-block min-w-36">{t(`claims.${key}`)}</span>,
    },
    {
      key: 'said',
      head: t('said'),
      unit: t('press'),
      align: 'end',
      cell: (claim) => (
        <>
          {claim.key === 'buidl' || claim.key === 'ustb' || claim.key === 'jtrsy'
            ? '≈ '
            : claim.key === 'holding'
              ? ''
              : '> '}
          {format(claim)}
        </>
      ),
    },
    { key: 'said-class', head: t('class'), cell: () => <ClassMark of="stated" /> },
    {
      key: 'read',
      head: t('read'),
      unit: t(`here-${network}`),
      align: 'end',
      cell: ({ read: [metric, key], unit }) => (
        <Value of={numbers.get(metric, 'all', key)} {...(unit === 'ratio' ? { decimals: 1 } : {})} />
      ),
    },
    {
      key: 'read-class',
      head: t('class'),
      cell: ({ read: [metric, key] }) => <ClassMark of={numbers.get(metric, 'all', key).class} />,
    },
  ]
  return (
    <Block id="context" title={t('title')} caption={t('caption', { date: formatDate(claimed, locale) })}>
      <Callout title={t(`${network}.title`)}>
        <p>{t(`${network}.what`)}</p>
      </Callout>
      <DataTable id="rwa-claims" caption={t('title')} columns={columns} rows={claims} rowKey={({ key }) => key} />
      <p className="prose mt-3 text-small text-muted">{t('sources')}</p>
      <h3 className="mt-5 font-medium">{t('events-title')}</h3>
      <ol className="mt-1 space-y-2">
        {events.map(({ key, at, source }) => (
          <li key={key} className="grid gap-x-5 sm:grid-cols-[8rem_1fr]">
            <time dateTime={isoTime(at)} className="text-small whitespace-nowrap text-muted">
              {formatDate(at, locale)}
            </time>
            <p className="prose">
              {t(`events.${key}`)}{' '}
              <span className="text-small text-muted">
                {t(`event-sources.${source}`)} <ClassMark of="stated" />
              </span>
            </p>
          </li>
        ))}
      </ol>
      <p className="prose mt-3 text-small text-muted">{t('doubt')}</p>
    </Block>
  )
}
