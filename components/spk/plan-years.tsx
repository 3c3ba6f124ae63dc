import { useLocale, useTranslations } from 'next-intl'
import { formatDate, isoTime } from '@/lib/format/date'
import { divide, fixed, toDecimalString } from '@/lib/math/fixed'
import { plannedTotal } from '@/lib/math/spk-plan'
import type { NumberIndex } from '@/lib/numbers/number-index'
import { Aligned } from '../figures/aligned'
import { Block } from '../figures/block'
import { ClassMark } from '../provenance/class-mark'
import { type Column, DataTable } from '../ui/data-table'
import { Millions } from './amount'
import { timeOfReading, type YearRow, yearRows } from './model'

const plans = [
  { name: 'article', bucket: 'SKY_ARTICLE', decimals: 3 },
  { name: 'atlas', bucket: 'SKY_ATLAS', decimals: 4 },
] as const

/** Sky's ten-year table as first published, and as the Atlas has it now, side by side. */
export function PlanYears({ numbers }: { readonly numbers: NumberIndex }) {
  const locale = useLocale()
  const t = useTranslations('spk.years')
  const share = (part: bigint, whole: bigint) => (
    <Aligned of={toDecimalString(divide(fixed(part * 100n, 0), fixed(whole, 0), 12))} decimals={3} />
  )
  const columns: readonly Column<YearRow>[] = [
    {
      key: 'year',
      head: t('year'),
      cell: ({ year, isNow }) => (
        <>
          <span className={isNow ? 'font-semibold' : ''}>{t('nth', { year })}</span>{' '}
          {isNow ? <span className="text-tiny text-ember">{t('now')}</span> : null}
        </>
      ),
    },
    { key: 'end', head: t('until'), cell: ({ to }) => <time dateTime={isoTime(to)}>{formatDate(to, locale)}</time> },
    ...plans.flatMap(({ name, bucket, decimals }): readonly Column<YearRow>[] => [
      {
        key: `${name}-year`,
        head: t(`${name}-year`),
        unit: t('millions'),
        align: 'end',
        cell: (row) => <Millions of={row[name].released} decimals={decimals} />,
      },
      {
        key: `${name}-sum`,
        head: t('sum'),
        unit: t('millions'),
        align: 'end',
        cell: (row) => <Millions of={row[name].cumulative} decimals={decimals} />,
      },
      {
        key: `${name}-share`,
        head: t('share'),
        unit: t(`of-${name}`),
        align: 'end',
        cell: (row) => share(row[name].cumulative, plannedTotal(bucket)),
      },
    ]),
  ]
  return (
    <Block
      id="years"
      title={
        <>
          {t('title')} <ClassMark of="promise" />
        </>
      }
      caption={t('caption')}
    >
      <DataTable
        id="spk-years"
        caption={t('title')}
        columns={columns}
        rows={yearRows(timeOfReading(numbers))}
        rowKey={({ year }) => String(year)}
      />
      <p className="prose mt-3 text-small text-muted">{t('sources')}</p>
    </Block>
  )
}
