import { useLocale, useTranslations } from 'next-intl'
import { formatDateTime, isoTime } from '@/lib/format/date'
import { formatCount } from '@/lib/format/number'
import type { NumberIndex } from '@/lib/numbers/number-index'
import type { ChainFreshness } from '@/lib/snapshot/freshness'
import { Block } from '../figures/block'
import { BlockLink } from '../provenance/block-link'
import { FreshnessState } from '../provenance/freshness'
import { type Column, DataTable } from '../ui/data-table'
import { countByChain } from './model'

type ChainsProps = { readonly numbers: NumberIndex; readonly rows: readonly ChainFreshness[] }

export function Chains({ numbers, rows }: ChainsProps) {
  const locale = useLocale()
  const t = useTranslations('overview.chains')
  const counts = countByChain(numbers)
  const columns: readonly Column<ChainFreshness>[] = [
    { key: 'chain', head: useTranslations('common')('chain'), cell: ({ chain }) => chain.name },
    { key: 'state', head: t('state'), cell: (row) => <FreshnessState of={row} /> },
    {
      key: 'block',
      head: t('block'),
      align: 'end',
      cell: ({ chain, asOf }) => (asOf ? <BlockLink chain={chain} block={asOf.block} className="link" /> : '—'),
    },
    {
      key: 'time',
      head: t('time'),
      align: 'end',
      cell: ({ asOf }) =>
        asOf ? (
          <time dateTime={isoTime(asOf.timestamp)}>{formatDateTime(asOf.timestamp, locale, { seconds: true })}</time>
        ) : (
          '—'
        ),
    },
    { key: 'finality', head: t('finality'), align: 'end', cell: ({ asOf }) => asOf?.finality ?? '—' },
    {
      key: 'agreement',
      head: t('agreement'),
      align: 'end',
      cell: ({ asOf }) => (asOf ? t('agree', { agree: asOf.agreement.agree, of: asOf.agreement.of }) : '—'),
    },
    {
      key: 'numbers',
      head: t('numbers'),
      align: 'end',
      cell: ({ chain }) => formatCount(counts.get(chain.slug)?.known ?? 0, locale),
    },
    {
      key: 'unknown',
      head: t('unknown'),
      align: 'end',
      cell: ({ chain }) => formatCount(counts.get(chain.slug)?.unknown ?? 0, locale),
    },
  ]
  const fresh = rows.filter(({ state }) => state === 'fresh').length
  return (
    <Block id="chains" title={t('title')} caption={t('caption', { fresh, of: rows.length })}>
      <DataTable id="chain" caption={t('title')} columns={columns} rows={rows} rowKey={({ chain }) => chain.slug} />
    </Block>
  )
}
