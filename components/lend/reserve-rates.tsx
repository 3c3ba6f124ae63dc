import { useLocale, useTranslations } from 'next-intl'
import { formatPercent, UNKNOWN } from '@/lib/format/number'
import { subtract, toDecimalString } from '@/lib/math/fixed'
import type { Observation } from '@/lib/numbers/number-index'
import { isKnown } from '@/lib/numbers/value'
import { Block } from '../figures/block'
import { Value } from '../figures/value'
import { type Column, DataTable } from '../ui/data-table'
import { Term } from '../ui/term'
import { isRateDue, type Reserve } from './reserve-model'

type RateRow = {
  readonly side: 'supply' | 'borrow'
  readonly apr: Observation
  readonly apy: Observation
  readonly next: Observation
}

/** The rates as the pool stored them, beside those it would store now. */
export function ReserveRates({ reserve }: { readonly reserve: Reserve }) {
  const locale = useLocale()
  const t = useTranslations('lend.rates')
  const common = useTranslations('common.change')
  const row = (side: RateRow['side']): RateRow => ({
    side,
    apr: reserve.get(`${side}-apr`),
    apy: reserve.get(`${side}-apy`),
    next: reserve.get(`next-${side}-apy`),
  })
  const columns: readonly Column<RateRow>[] = [
    { key: 'side', head: t('side'), cell: ({ side }) => t(side) },
    {
      key: 'apr',
      head: t('stored'),
      unit: <Term of="apr">APR</Term>,
      align: 'end',
      cell: ({ apr }) => <Value of={apr} form="full" decimals={4} />,
    },
    {
      key: 'apy',
      head: t('stored'),
      unit: <Term of="apy">APY</Term>,
      align: 'end',
      cell: ({ apy }) => <Value of={apy} form="full" decimals={4} />,
    },
    {
      key: 'next',
      head: t('next'),
      unit: 'APY',
      align: 'end',
      cell: ({ next }) => <Value of={next} form="full" decimals={4} />,
    },
    { key: 'gap', head: t('gap'), unit: common('points'), align: 'end', cell: ({ apy, next }) => gap(apy, next) },
  ]
  return (
    <Block id="rates" title={t('title')} caption={isRateDue(reserve) ? t('due') : t('in-step')}>
      <DataTable
        id="rates-table"
        caption={t('title')}
        columns={columns}
        rows={[row('supply'), row('borrow')]}
        rowKey={({ side }) => side}
      />
      <p className="prose mt-3 text-small text-muted">{t('note')}</p>
    </Block>
  )

  function gap(stored: Observation, next: Observation): string {
    if (!isKnown(stored) || !isKnown(next)) return UNKNOWN
    const moved = toDecimalString(subtract(next.value, stored.value))
    return formatPercent(moved, locale, { decimals: 4, sign: true }).replace(/\s?%$/, '')
  }
}
