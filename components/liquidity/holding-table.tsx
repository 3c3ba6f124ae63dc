import { useLocale, useTranslations } from 'next-intl'
import { tokenLabel } from '@/lib/chains'
import { compare } from '@/lib/math/fixed'
import { parseSort } from '@/lib/pages/table-sort'
import { StatusWord } from '../figures/status-word'
import { Value } from '../figures/value'
import { AddressLink } from '../provenance/address-link'
import { ClassMark } from '../provenance/class-mark'
import { Breakable } from '../ui/breakable'
import { type Column, DataTable } from '../ui/data-table'
import type { Holding } from './model'
import { useGroupName } from './names'

const waits = [
  'COOLDOWN',
  'PENDING_REDEEM',
  'PENDING_DEPOSIT',
  'CLAIMABLE_DEPOSIT',
  'CLAIMABLE_REDEEM',
  'CANCELLED_DEPOSIT',
  'CANCELLED_REDEEM',
  'OUTSTANDING',
] as const
const holders = ['ALM_PROXY_FREEZABLE', 'BINANCE_OTC_BUFFER', 'ALLOCATOR_BUFFER', 'D3M_SPARK_DAI'] as const

type HoldingTableProps = {
  readonly id: string
  readonly caption: string
  readonly holdings: readonly Holding[]
  readonly sort: string | readonly string[] | undefined
}

const ten = { raw: 10n, decimals: 0 }

/** Dollars a unit: six decimals near 1, where they tell a depeg or a yield, and cents of what costs more. */
const placesOf = ({ value }: Holding['worth']): number => (value && compare(value, ten) > 0 ? 2 : 6)

/** Holdings, a row each: how much, at what worth a unit, what that comes to. */
export function HoldingTable({ id, caption, holdings, sort }: HoldingTableProps) {
  const locale = useLocale()
  const t = useTranslations('liquidity.table')
  const venueName = useGroupName('venue-usd')
  const columns: readonly Column<Holding>[] = [
    { key: 'holding', head: t('holding'), cell: (holding) => <Name of={holding} />, sort: ({ name }) => name[locale] },
    {
      key: 'dollars',
      head: t('dollars'),
      unit: 'USD',
      align: 'end',
      cell: ({ dollars }) => (
        <>
          <Value of={dollars} form="full" />
          <StatusWord of={dollars} />
        </>
      ),
      sort: ({ dollars }) => dollars.value,
    },
    {
      key: 'amount',
      head: t('amount'),
      unit: t('own-unit'),
      align: 'end',
      cell: ({ amount }) => <Value of={amount} form="full" />,
    },
    {
      key: 'worth',
      head: t('worth'),
      unit: 'USD',
      align: 'end',
      cell: ({ worth }) => <Value of={worth} form="full" decimals={placesOf(worth)} />,
    },
    { key: 'chain', head: t('chain'), cell: ({ chain }) => chain.short, sort: ({ chain }) => chain.short },
    {
      key: 'venue',
      head: t('venue'),
      cell: ({ place }) => venueName(place.venue.toUpperCase()),
      sort: ({ place }) => place.venue,
    },
    {
      key: 'asset',
      head: t('asset'),
      cell: ({ chain, place }) => tokenLabel(chain, place.asset),
      sort: ({ chain, place }) => tokenLabel(chain, place.asset),
    },
    { key: 'class', head: t('class'), cell: ({ dollars }) => <ClassMark of={dollars.class} /> },
  ]
  return (
    <DataTable
      id={id}
      caption={caption}
      columns={columns}
      rows={holdings}
      rowKey={(holding) => holding.id}
      sort={parseSort(sort, id)}
      path="/liquidity"
      initial={{ column: 'dollars', descending: true }}
    />
  )
}

function Name({ of: { name, waits: waiting, holder, address, chain } }: { readonly of: Holding }) {
  const locale = useLocale()
  const t = useTranslations('liquidity')
  const wait = waits.find((each) => each === waiting)
  const known = holders.find((each) => each === holder)
  return (
    <>
      <span className="font-medium">
        <Breakable name={name[locale]} />
      </span>
      {waiting === null ? null : <span className="text-muted"> · {wait ? t(`waits.${wait}`) : waiting}</span>}
      {holder === null ? null : <span className="block text-muted">{known ? t(`holders.${known}`) : holder}</span>}
      {address ? (
        <span className="block text-tiny text-muted">
          <AddressLink chain={chain} address={address} />
        </span>
      ) : null}
    </>
  )
}
