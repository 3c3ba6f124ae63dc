import { useLocale, useTranslations } from 'next-intl'
import { formatShare } from '@/lib/format/number'
import { href } from '@/lib/i18n/locales'
import { percentOf } from '@/lib/math/share'
import { decimalOf } from '@/lib/numbers/value'
import type { Sort } from '@/lib/pages/table-sort'
import { Meter } from '../charts/meter'
import { Value } from '../figures/value'
import { AddressLink } from '../provenance/address-link'
import { type Column, DataTable } from '../ui/data-table'
import { Term } from '../ui/term'
import { CapUse } from './cap-use'
import { Marks } from './mark'
import type { Market, ReserveRow } from './market-model'
import { capOf, type FlagName, type Reserve } from './reserve-model'

type MarketTableProps = { readonly market: Market; readonly sort: Sort | null }

/** What keeps a reserve from being used at the rates it states. */
const closing: readonly FlagName[] = ['paused', 'frozen', 'inactive']

/** A market's reserves; each amount over its dollars, each row leading to the reserve's own page. */
export function MarketTable({ market, sort }: MarketTableProps) {
  const locale = useLocale()
  const t = useTranslations('lend.table')
  const { chain, totals, rows } = market
  const amount = (name: 'supplied' | 'borrowed' | 'available'): Column<ReserveRow> => ({
    key: name,
    head: t(name),
    unit: <Term of={name}>{t('token-and-usd')}</Term>,
    align: 'end',
    cell: ({ reserve }) => <Amount of={reserve} name={name} />,
    sort: ({ reserve }) => reserve.get(`${name}-usd`).value,
  })
  const columns: readonly Column<ReserveRow>[] = [
    {
      key: 'asset',
      head: t('asset'),
      cell: ({ reserve, flags }) => (
        <>
          <a href={href(locale, reserve.path)} className="link font-medium">
            {reserve.label}
          </a>
          <Marks of={flags} />
          {reserve.address ? (
            <span className="block text-tiny text-muted max-sm:hidden">
              <AddressLink chain={chain} address={reserve.address} />
            </span>
          ) : null}
        </>
      ),
      sort: ({ reserve }) => reserve.label,
    },
    {
      key: 'supply-apy',
      head: t('supply-rate'),
      unit: 'APY',
      align: 'end',
      cell: ({ reserve }) => <Value of={reserve.get('supply-apy')} />,
      sort: ({ reserve }) => reserve.get('supply-apy').value,
      last: ({ flags }) => flags.some((flag) => closing.includes(flag)),
    },
    {
      key: 'borrow-apy',
      head: t('borrow-rate'),
      unit: 'APY',
      align: 'end',
      cell: ({ reserve, flags }) => (
        <>
          <Value of={reserve.get('borrow-apy')} />
          {flags.includes('not-borrowable') ? (
            <span className="block text-tiny text-muted">{t('not-lent')}</span>
          ) : null}
        </>
      ),
      sort: ({ reserve }) => reserve.get('borrow-apy').value,
      last: ({ flags }) => flags.some((flag) => flag === 'not-borrowable' || closing.includes(flag)),
    },
    {
      key: 'utilization',
      head: t('utilization'),
      unit: <Term of="utilization">%</Term>,
      align: 'end',
      cell: ({ reserve }) => <Utilization of={reserve} />,
      sort: ({ reserve }) => reserve.get('utilization').value,
    },
    amount('supplied'),
    amount('borrowed'),
    amount('available'),
    {
      key: 'price',
      head: t('price'),
      unit: 'USD',
      align: 'end',
      cell: ({ reserve }) => <Value of={reserve.get('price')} form="full" decimals={2} />,
      sort: ({ reserve }) => reserve.get('price').value,
    },
    {
      key: 'supply-cap',
      head: t('supply-cap'),
      unit: t('used'),
      align: 'end',
      cell: ({ reserve }) => <CapUse of={capOf(reserve, 'supply')} />,
      sort: ({ reserve }) => reserve.get('supply-cap-usage').value,
    },
    {
      key: 'borrow-cap',
      head: t('borrow-cap'),
      unit: t('used'),
      align: 'end',
      cell: ({ reserve }) => <CapUse of={capOf(reserve, 'borrow')} />,
      sort: ({ reserve }) => reserve.get('borrow-cap-usage').value,
    },
  ]
  return (
    <DataTable
      id={`lend-${chain.slug}`}
      caption={t('caption', { chain: chain.name })}
      columns={columns}
      rows={rows}
      rowKey={({ reserve }) => reserve.key}
      sort={sort}
      path="/lend"
      initial={{ column: 'supplied', descending: true }}
      foot={[
        t('total'),
        null,
        null,
        null,
        <Value key="supplied" of={totals.supplied} form="full" />,
        <Value key="borrowed" of={totals.borrowed} form="full" />,
        <Value key="available" of={totals.available} form="full" />,
      ]}
    />
  )
}

type AmountProps = { readonly of: Reserve; readonly name: 'supplied' | 'borrowed' | 'available' }

function Amount({ of: { get }, name }: AmountProps) {
  return (
    <>
      <Value of={get(name)} form="full" />
      <span className="block text-muted">
        <Value of={get(`${name}-usd`)} form="full" unit />
      </span>
    </>
  )
}

const whole = { raw: 1n, decimals: 0 }

function Utilization({ of: { get } }: { readonly of: Reserve }) {
  const locale = useLocale()
  const t = useTranslations('lend.table')
  const [now, kink] = [get('utilization'), get('optimal-utilization')]
  const words = (decimal: string | null) => formatShare(decimal, locale)
  return (
    <>
      <Value of={now} decimals={1} />
      {now.value ? (
        <span className="mt-1 block">
          <Meter
            percent={percentOf(now.value, whole)}
            label={t('utilization-meter', { percent: words(decimalOf(now)), kink: words(decimalOf(kink)) })}
            {...(kink.value ? { mark: percentOf(kink.value, whole) } : {})}
          />
        </span>
      ) : null}
    </>
  )
}
