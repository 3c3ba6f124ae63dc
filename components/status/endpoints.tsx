import { useLocale, useTranslations } from 'next-intl'
import { chainBySlug } from '@/lib/chains'
import { type FailureCode, failureSentences } from '@/lib/errors'
import { formatDateTime } from '@/lib/format/date'
import { type Column, DataTable } from '../ui/data-table'
import type { StatusFacts } from './facts'

type Row = StatusFacts['collector']['chains'][number]['endpoints'][number] & {
  readonly chain: string
  readonly id: string
}

const isCode = (code: string | undefined): code is FailureCode => code !== undefined && code in failureSentences

export function Endpoints({ facts }: { readonly facts: StatusFacts }) {
  const locale = useLocale()
  const t = useTranslations('status.endpoints')
  const common = useTranslations('common')
  const rows = facts.collector.chains.flatMap(({ chain, endpoints }) =>
    endpoints.map((endpoint, at): Row => ({ ...endpoint, chain: chainBySlug(chain).name, id: `${chain} ${at}` })),
  )
  const columns: readonly Column<Row>[] = [
    { key: 'chain', head: common('chain'), cell: ({ chain }) => chain },
    { key: 'host', head: t('host'), cell: ({ host }) => <span className="font-mono">{host}</span> },
    { key: 'state', head: t('state'), cell: ({ state }) => t(state) },
    {
      key: 'failure',
      head: t('failure'),
      wrap: true,
      cell: ({ lastFailure }) =>
        lastFailure ? (
          <>
            {isCode(lastFailure.code) ? common(`failure.${lastFailure.code}`) : lastFailure.message}{' '}
            <span className="text-muted">{formatDateTime(lastFailure.at, locale, { seconds: true })}</span>
          </>
        ) : null,
    },
  ]
  return <DataTable id="endpoints" caption={t('title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
}
