import { useLocale, useTranslations } from 'next-intl'
import { formatPercent, UNKNOWN } from '@/lib/format/number'
import { type Fixed, toDecimalString, toNumber } from '@/lib/math/fixed'
import { Curve } from '../charts/curve'
import { Swatch } from '../charts/stacked-bar'
import { Block } from '../figures/block'
import { FactRow } from '../figures/fact-row'
import { Value } from '../figures/value'
import { type Column, DataTable } from '../ui/data-table'
import { type CurvePoint, curveOf, type ReserveCurve } from './curve-model'
import type { Reserve } from './reserve-model'

/** The interest-rate curve with today's place on it; the same in words and as a small table. */
export function ReserveCurveBlock({ reserve }: { readonly reserve: Reserve }) {
  const locale = useLocale()
  const t = useTranslations('lend.curve')
  const curve = curveOf(reserve)
  const percent = (value: Fixed, decimals = 2) => formatPercent(toDecimalString(value), locale, { decimals })
  const unborrowable = reserve.get('borrowing-enabled').value?.raw === 0n
  if (!curve)
    return (
      <Block id="curve" title={t('title')}>
        <p className="text-muted">{t('none')}</p>
        <Parameters reserve={reserve} />
      </Block>
    )
  const { today, kink, table } = curve
  const highest = table.at(-1)
  const said = {
    kink: percent(kink, 0),
    atKink: percent(table.find(({ mark }) => mark === 'kink')?.borrowApr ?? kink),
    highest: highest ? percent(highest.borrowApr) : UNKNOWN,
  }
  const words = today
    ? t('caption', { ...said, use: percent(today.utilization), borrow: percent(today.borrowApr) })
    : t('caption-no-today', said)
  return (
    <Block id="curve" title={t('title')} caption={curve.isFlat ? t('flat') : words}>
      <p className="mb-2 flex flex-wrap gap-x-5 text-small text-muted">
        <span>
          <Swatch fill="fill-lend" />
          {t('borrow')}
        </span>
        <span>
          <Swatch fill="fill-savings" />
          {t('supply')}
        </span>
        {unborrowable ? <span className="text-warn">{t('unborrowable')}</span> : null}
      </p>
      <div className="grid gap-x-10 gap-y-5 lg:grid-cols-[minmax(0,1fr)_25rem]">
        <Drawn curve={curve} label={words} />
        <div className="min-w-0">
          <DataTable
            id="curve-table"
            caption={t('table')}
            columns={columnsOf(percent, t)}
            rows={table}
            rowKey={({ utilization }) => utilization.raw.toString()}
          />
        </div>
      </div>
      <Parameters reserve={reserve} />
    </Block>
  )
}

function Drawn({ curve, label }: { readonly curve: ReserveCurve; readonly label: string }) {
  const locale = useLocale()
  const t = useTranslations('lend.curve')
  const { today, kink } = curve
  const percent = (value: Fixed) => formatPercent(toDecimalString(value), locale, { decimals: 1 })
  return (
    <Curve
      label={label}
      xName={t('x')}
      yName={t('y')}
      lines={[
        { key: 'borrow', name: t('borrow'), points: curve.borrow, stroke: 'stroke-lend', fill: 'fill-lend' },
        {
          key: 'supply',
          name: t('supply'),
          points: curve.supply,
          stroke: 'stroke-savings',
          fill: 'fill-savings',
          dashed: true,
        },
      ]}
      marks={[{ x: toNumber(kink), label: t('kink', { at: percent(kink) }) }]}
      {...(today
        ? { today: { x: toNumber(today.utilization), label: t('today', { borrow: percent(today.borrowApr) }) } }
        : {})}
    />
  )
}

const columnsOf = (
  percent: (value: Fixed, decimals?: number) => string,
  t: ReturnType<typeof useTranslations<'lend.curve'>>,
): readonly Column<CurvePoint>[] => [
  {
    key: 'at',
    head: t('x'),
    cell: ({ utilization, mark }) => (
      <>
        {percent(utilization, 0)}
        {mark === 'kink' ? <span className="ml-1.5 text-tiny text-muted">{t('kink-word')}</span> : null}
      </>
    ),
  },
  { key: 'borrow-apr', head: t('borrow'), unit: 'APR', align: 'end', cell: ({ borrowApr }) => percent(borrowApr) },
  { key: 'borrow-apy', head: t('borrow'), unit: 'APY', align: 'end', cell: ({ borrowApy }) => percent(borrowApy) },
  { key: 'supply-apr', head: t('supply'), unit: 'APR', align: 'end', cell: ({ supplyApr }) => percent(supplyApr) },
  { key: 'supply-apy', head: t('supply'), unit: 'APY', align: 'end', cell: ({ supplyApy }) => percent(supplyApy) },
]

const parameters = ['optimal-utilization', 'base-rate', 'slope-1', 'slope-2'] as const

/** The curve's four parameters, each with its proof; they move by themselves where the strategy follows another rate. */
function Parameters({ reserve: { get } }: { readonly reserve: Reserve }) {
  const t = useTranslations('lend.curve')
  return (
    <div className="mt-5">
      <FactRow
        facts={parameters.map((name) => ({
          key: name,
          name: t(`${name}.name`),
          about: t(`${name}.what`),
          value: <Value of={get(name)} form="full" decimals={4} />,
        }))}
      />
    </div>
  )
}
