import { useLocale, useTranslations } from 'next-intl'
import { chains } from '@/lib/chains'
import { formatShare } from '@/lib/format/number'
import { compare, toDecimalString } from '@/lib/math/fixed'
import { shareOf } from '@/lib/math/share'
import type { NumberIndex, Observation } from '@/lib/numbers/number-index'
import { lines } from '@/lib/products/lines'
import { lineFill } from '../charts/line-colour'
import { Swatch } from '../charts/stacked-bar'
import { Block } from '../figures/block'
import { Notes } from '../figures/notes'
import { Value } from '../figures/value'
import { type Column, DataTable } from '../ui/data-table'
import { type LineRow, lineRows } from './model'

/** The total taken apart: lines by chains. */
export function Lines({ numbers }: { readonly numbers: NumberIndex }) {
  const locale = useLocale()
  const t = useTranslations('overview.lines')
  const common = useTranslations('common')
  const total = numbers.get('tvl.total-usd', 'all', 'TOTAL')
  const rows = lineRows(numbers)
  const share = (num: Observation) => {
    const part = shareOf(num.value, total.value)
    return formatShare(part && toDecimalString(part), locale)
  }
  const largest = chains
    .map(({ slug, name }) => ({ name, num: numbers.get('tvl.total-usd', slug, 'TOTAL') }))
    .reduce((a, b) => (b.num.value && (!a.num.value || compare(b.num.value, a.num.value) > 0) ? b : a))
  const columns: readonly Column<LineRow>[] = [
    {
      key: 'line',
      head: t('line'),
      cell: ({ key }) => (
        <>
          <Swatch fill={lineFill[key]} />
          {lines[key].name[locale]}
        </>
      ),
    },
    {
      key: 'total',
      head: common('line.total'),
      unit: 'USD',
      align: 'end',
      cell: ({ all }) => <Value of={all} form="full" />,
    },
    { key: 'share', head: t('share'), unit: '%', align: 'end', cell: ({ all }) => share(all) },
    ...chains.map(
      (chain, at): Column<LineRow> => ({
        key: chain.slug,
        head: chain.short,
        unit: 'USD',
        align: 'end',
        cell: (row) => {
          const num = row.chains[at]
          return num ? <Value of={num} form="full" /> : null
        },
      }),
    ),
  ]
  return (
    <Block
      id="lines"
      title={t('title')}
      caption={total.value ? t('caption', { chain: largest.name, share: share(largest.num) }) : null}
    >
      <DataTable
        id="tvl"
        caption={t('title')}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        foot={[common('line.total'), <Value key="total" of={total} form="full" />, share(total), ...chainTotals()]}
      />
      <Notes of={total} className="mt-2" />
    </Block>
  )

  function chainTotals() {
    return chains.map(({ slug }) => {
      const num = numbers.byId(`tvl.total-usd:${slug}:TOTAL`)
      return num ? <Value key={slug} of={num} form="full" /> : null
    })
  }
}
