import { useLocale, useTranslations } from 'next-intl'
import { formatPercent } from '@/lib/format/number'
import type { NumberIndex } from '@/lib/view/numbers'
import { decimalOf } from '@/lib/view/value'
import { Block } from '../figures/block'
import { Value } from '../figures/value'
import { type Column, DataTable } from '../ui/data-table'
import { headlines, type RateRow, rateRows } from './model'

export function Rates({ numbers }: { readonly numbers: NumberIndex }) {
  const locale = useLocale()
  const t = useTranslations('overview.rates')
  const { susds, usdcBorrow } = headlines(numbers)
  const columns: readonly Column<RateRow>[] = [
    {
      key: 'product',
      head: t('product'),
      cell: ({ name, group }) => (
        <>
          {name} <span className="text-muted">{t(`${group}-group`)}</span>
        </>
      ),
    },
    { key: 'supply', head: t('supply'), unit: 'APY', align: 'end', cell: ({ supply }) => <Value of={supply} /> },
    {
      key: 'borrow',
      head: t('borrow'),
      unit: 'APY',
      align: 'end',
      cell: ({ borrow }) => borrow && <Value of={borrow} />,
    },
    { key: 'size', head: t('size'), unit: 'USD', align: 'end', cell: ({ size }) => <Value of={size} /> },
  ]
  return (
    <Block
      id="rates"
      title={t('title')}
      caption={t('caption', {
        susds: formatPercent(decimalOf(susds), locale),
        borrow: formatPercent(decimalOf(usdcBorrow), locale),
      })}
    >
      <DataTable id="rate" caption={t('title')} columns={columns} rows={rateRows(numbers)} rowKey={({ id }) => id} />
    </Block>
  )
}
