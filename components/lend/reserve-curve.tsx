import { useLocale, useTranslations } from 'next-intl'
import type { ChartLayout } from '@/lib/charts/layout/chart-layout'
import { renderSvg } from '@/lib/charts/render/svg'
import { phrases } from '@/lib/charts/words'
import { formatPercent } from '@/lib/format/number'
import { type Fixed, toDecimalString } from '@/lib/math/fixed'
import { RAY } from '@/lib/math/ray'
import { addressOf } from '@/lib/numbers/value'
import { Block } from '../figures/block'
import { FactRow } from '../figures/fact-row'
import { Notes } from '../figures/notes'
import { Value } from '../figures/value'
import { AddressLink } from '../provenance/address-link'
import { BlockLink } from '../provenance/block-link'
import { ClassMark } from '../provenance/class-mark'
import { type Column, DataTable } from '../ui/data-table'
import { type CurvePoint, type ReserveCurve, reserveCurve, unknownParameters } from './curve-model'
import type { Reserve } from './reserve-model'

/** The interest-rate curve with today's place on it; the same in words and as a small table. */
export function ReserveCurveBlock({ reserve }: { readonly reserve: Reserve }) {
  const locale = useLocale()
  const t = useTranslations('lend.curve')
  const curve = reserveCurve(reserve, locale)
  if (!curve)
    return (
      <Block id="curve" title={t('title')}>
        <Undrawn reserve={reserve} />
        <Parameters reserve={reserve} />
      </Block>
    )
  const { column } = curve.layouts
  return (
    <Block id="curve" title={t('title')} caption={column.caption} foot={<Sources reserve={reserve} layout={column} />}>
      <div className="grid gap-x-10 gap-y-5 xl:grid-cols-[minmax(0,1fr)_25rem]">
        <figure aria-label={column.title} className="min-w-0">
          <Pictures curve={curve} />
          <figcaption className="mt-2 text-small text-muted">
            {column.notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
          </figcaption>
        </figure>
        <div className="min-w-0">
          <Table curve={curve} />
        </div>
      </div>
      <Parameters reserve={reserve} />
    </Block>
  )
}

const seen = { column: 'max-sm:hidden', phone: 'sm:hidden' } as const satisfies Record<
  keyof ReserveCurve['layouts'],
  string
>

/** The server's SVG for each width of window; never shrunk to a phone. */
function Pictures({ curve: { layouts } }: { readonly curve: ReserveCurve }) {
  return (['column', 'phone'] as const).map((name) => (
    <div
      key={name}
      data-frame={name}
      className={`max-w-[45rem] ${seen[name]} [&>svg]:block [&>svg]:h-auto [&>svg]:w-full`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer escapes every word
      dangerouslySetInnerHTML={{
        __html: renderSvg(layouts[name], { theme: 'auto', fontMode: 'web', id: `curve-${name}` }),
      }}
    />
  ))
}

function Table({ curve: { table } }: { readonly curve: ReserveCurve }) {
  const locale = useLocale()
  const t = useTranslations('lend.curve')
  const percent = (value: Fixed, decimals = 2) => formatPercent(toDecimalString(value), locale, { decimals })
  const usage = (value: Fixed) => percent(value, value.raw % (RAY / 100n) === 0n ? 0 : 2)
  const columns: readonly Column<CurvePoint>[] = [
    {
      key: 'at',
      head: t('x'),
      cell: ({ utilization, isKink, isToday }) => (
        <>
          {usage(utilization)}
          {[...(isKink ? ['kink-word' as const] : []), ...(isToday ? ['today-word' as const] : [])].map((word) => (
            <span key={word} className="ml-1.5 text-tiny text-muted">
              {t(word)}
            </span>
          ))}
        </>
      ),
    },
    { key: 'borrow-apr', head: t('borrow'), unit: 'APR', align: 'end', cell: ({ borrowApr }) => percent(borrowApr) },
    { key: 'borrow-apy', head: t('borrow'), unit: 'APY', align: 'end', cell: ({ borrowApy }) => percent(borrowApy) },
    { key: 'supply-apr', head: t('supply'), unit: 'APR', align: 'end', cell: ({ supplyApr }) => percent(supplyApr) },
    { key: 'supply-apy', head: t('supply'), unit: 'APY', align: 'end', cell: ({ supplyApy }) => percent(supplyApy) },
  ]
  return (
    <DataTable
      id="curve-table"
      caption={t('table')}
      columns={columns}
      rows={table}
      rowKey={({ utilization }) => utilization.raw.toString()}
    />
  )
}

type SourcesProps = { readonly reserve: Reserve; readonly layout: ChartLayout }

function Sources({ reserve: { chain, asOf, get }, layout }: SourcesProps) {
  const t = useTranslations('lend.curve')
  const strategy = addressOf(get('rate-strategy'))
  return (
    <>
      {asOf ? (
        <span>
          {layout.asOf.text} · {t.rich('block', { b: () => <BlockLink chain={chain} block={asOf.block} /> })}
        </span>
      ) : null}
      <span>{layout.method}</span>
      {layout.classes.map((each) => (
        <ClassMark key={each} of={each} />
      ))}
      <span>
        {layout.source} {strategy ? <AddressLink chain={chain} address={strategy} /> : null}
      </span>
    </>
  )
}

/** Why there is no curve. */
function Undrawn({ reserve }: { readonly reserve: Reserve }) {
  const locale = useLocale()
  const t = useTranslations('lend')
  const unknown = unknownParameters(reserve)
  const [first] = unknown
  if (first === undefined) return <p className="text-muted">{t('curve.none-broken')}</p>
  const named = unknown.map((name) =>
    t(name === 'reserve-factor' ? 'collateral.reserve-factor.name' : `curve.${name}.name`),
  )
  return (
    <>
      <p className="text-muted">{t('curve.none', { names: phrases[locale].and(named) })}</p>
      <Notes of={reserve.get(first)} />
    </>
  )
}

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
          value: <Value of={get(name)} form="full" decimals={2} />,
        }))}
      />
    </div>
  )
}
