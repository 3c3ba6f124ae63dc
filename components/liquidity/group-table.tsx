import { useLocale, useTranslations } from 'next-intl'
import { formatShare } from '@/lib/format/number'
import { toDecimalString } from '@/lib/math/fixed'
import { shareOf } from '@/lib/math/share'
import type { NumberIndex, Observation } from '@/lib/numbers/number-index'
import { parseSort } from '@/lib/pages/table-sort'
import { Swatch } from '../charts/stacked-bar'
import { Value } from '../figures/value'
import { ClassMark } from '../provenance/class-mark'
import { type Column, DataTable } from '../ui/data-table'
import { type GroupRow, groupRows, layerChains, onChain, venueFill } from './model'
import { useGroupName } from './names'

type GroupTableProps = {
  readonly numbers: NumberIndex
  readonly metric: 'venue-usd' | 'asset-usd'
  readonly sort: string | readonly string[] | undefined
}

/** Dollars by venue or by asset, over all chains and on each. */
export function GroupTable({ numbers, metric, sort }: GroupTableProps) {
  const locale = useLocale()
  const t = useTranslations('liquidity.groups')
  const nameOf = useGroupName(metric)
  const id = `liquidity-${metric === 'venue-usd' ? 'venues' : 'assets'}`
  const total = (scope: Observation['chain']) => numbers.get(`liquidity.${metric}`, scope, 'TOTAL')
  const all = total('all')
  const share = ({ value }: Observation) => {
    const part = shareOf(value, all.value)
    return formatShare(part && toDecimalString(part), locale)
  }
  const columns: readonly Column<GroupRow>[] = [
    {
      key: 'name',
      head: t(metric),
      cell: ({ key }) => (
        <>
          {metric === 'venue-usd' ? <Swatch fill={venueFill(key)} /> : null}
          {nameOf(key)}
        </>
      ),
      sort: ({ key }) => nameOf(key),
    },
    {
      key: 'all',
      head: t('all'),
      unit: 'USD',
      align: 'end',
      cell: (row) => <Value of={row.all} form="full" />,
      sort: (row) => row.all.value,
    },
    { key: 'share', head: t('share'), unit: '%', align: 'end', cell: (row) => share(row.all) },
    ...layerChains.map(
      (chain): Column<GroupRow> => ({
        key: chain.slug,
        head: chain.short,
        unit: 'USD',
        align: 'end',
        cell: (row) => {
          const num = onChain(row, chain)
          return num ? <Value of={num} form="full" /> : null
        },
        sort: (row) => onChain(row, chain)?.value ?? null,
      }),
    ),
    { key: 'class', head: t('class'), cell: (row) => <ClassMark of={row.all.class} /> },
  ]
  return (
    <DataTable
      id={id}
      caption={t(`${metric}-caption`)}
      columns={columns}
      rows={groupRows(numbers, metric)}
      rowKey={({ key }) => key}
      sort={parseSort(sort, id)}
      path="/liquidity"
      initial={{ column: 'all', descending: true }}
      foot={[
        t('total'),
        <Value key="all" of={all} form="full" />,
        share(all),
        ...layerChains.map(({ slug }) => <Value key={slug} of={total(slug)} form="full" />),
        <ClassMark key="class" of={all.class} />,
      ]}
    />
  )
}
