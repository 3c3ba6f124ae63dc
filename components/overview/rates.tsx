import { useLocale, useTranslations } from 'next-intl'
import { formatPercent } from '@/lib/format/number'
import type { NumberIndex } from '@/lib/numbers/number-index'
import { decimalOf } from '@/lib/numbers/value'
import { Block } from '../figures/block'
import { Value } from '../figures/value'
import { type Column, DataTable } from '../ui/data-table'
import { headlines, type RateRow, rateRows } from './model'

/** What savers earn and borrowers pay, side by side. */
export function Rates({ numbers }: { readonly numbers: NumberIndex }) {
  const locale = useLocale()
  const t = useTranslations('overview.rates')
  const { susds, usdcBorrow } = headlines(numbers)
  const rows = rateRows(numbers)
  const product: Column<RateRow> = { key: 'product', head: t('product'), cell: ({ name }) => name }
  const earned: Column<RateRow> = {
    key: 'supply',
    head: t('supply'),
    unit: 'APY',
    align: 'end',
    cell: ({ supply }) => <Value of={supply} />,
  }
  const paid: Column<RateRow> = {
    key: 'borrow',
    head: t('borrow'),
    unit: 'APY',
    align: 'end',
    cell: ({ borrow }) => borrow && <Value of={borrow} />,
  }
  const size: Column<RateRow> = {
    key: 'size',
    head: t('size'),
    unit: 'USD',
    align: 'end',
    cell: (row) => <Value of={row.size} form="full" />,
  }
  const groups = [
    { group: 'savings', columns: [product, earned, size] },
    { group: 'lend', columns: [product, earned, paid, size] },
  ] as const
  return (
    <Block
      id="rates"
      title={t('title')}
      caption={t('caption', {
        susds: formatPercent(decimalOf(susds), locale),
        borrow: formatPercent(decimalOf(usdcBorrow), locale),
      })}
    >
      <div className="grid gap-x-12 gap-y-6 md:grid-cols-2">
        {groups.map(({ group, columns }) => (
          <div key={group} className="min-w-0">
            <h3 className="mb-1 font-medium">{t(`${group}-group`)}</h3>
            <DataTable
              id={`rates-${group}`}
              caption={t(`${group}-group`)}
              columns={columns}
              rows={rows.filter((row) => row.group === group)}
              rowKey={({ id }) => id}
            />
          </div>
        ))}
      </div>
    </Block>
  )
}
