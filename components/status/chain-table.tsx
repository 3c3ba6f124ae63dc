import { useLocale, useTranslations } from 'next-intl'
import { formatDateTime, formatDuration, isoTime } from '@/lib/format/date'
import { formatCount, UNKNOWN } from '@/lib/format/number'
import type { ChainFreshness } from '@/lib/snapshot/freshness'
import { BlockLink } from '../provenance/block-link'
import { FreshnessState } from '../provenance/freshness'
import { type Column, DataTable } from '../ui/data-table'
import type { StatusFacts } from './facts'

type ChainTableProps = { readonly rows: readonly ChainFreshness[]; readonly facts: StatusFacts }

export function ChainTable({ rows, facts }: ChainTableProps) {
  const locale = useLocale()
  const t = useTranslations('status.chains')
  const read = (row: ChainFreshness) => facts.collector.chains.find(({ chain }) => chain === row.chain.slug)
  const columns: readonly Column<ChainFreshness>[] = [
    { key: 'chain', head: t('chain'), cell: ({ chain }) => chain.name },
    { key: 'state', head: t('state'), wrap: true, cell: (row) => <FreshnessState of={row} /> },
    {
      key: 'block',
      head: t('block'),
      align: 'end',
      cell: ({ chain, asOf }) => (asOf ? <BlockLink chain={chain} block={asOf.block} className="link" /> : UNKNOWN),
    },
    {
      key: 'time',
      head: t('time'),
      align: 'end',
      cell: ({ asOf }) =>
        asOf ? (
          <time dateTime={isoTime(asOf.timestamp)}>{formatDateTime(asOf.timestamp, locale, { seconds: true })}</time>
        ) : (
          UNKNOWN
        ),
    },
    { key: 'age', head: t('age'), align: 'end', cell: ({ age }) => formatDuration(age, locale) },
    { key: 'behind', head: t('behind'), align: 'end', cell: ({ behind }) => formatDuration(behind, locale) },
    { key: 'answered', head: t('answered'), cell: (row) => read(row)?.answeredBy ?? UNKNOWN },
    {
      key: 'agreement',
      head: t('agreement'),
      align: 'end',
      cell: ({ asOf }) => (asOf ? `${asOf.agreement.agree} / ${asOf.agreement.of}` : UNKNOWN),
    },
    { key: 'requests', head: t('requests'), align: 'end', cell: (row) => formatCount(read(row)?.requests, locale) },
  ]
  return <DataTable id="chains" caption={t('title')} columns={columns} rows={rows} rowKey={({ chain }) => chain.slug} />
}
