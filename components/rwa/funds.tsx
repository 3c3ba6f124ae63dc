import { useTranslations } from 'next-intl'
import { chainBySlug } from '@/lib/chains'
import type { NumberIndex } from '@/lib/numbers/number-index'
import { parseSort } from '@/lib/pages/table-sort'
import { BarList } from '../charts/bar-list'
import { Swatch } from '../charts/stacked-bar'
import { Block } from '../figures/block'
import { Notes } from '../figures/notes'
import { Value } from '../figures/value'
import { AddressLink } from '../provenance/address-link'
import { ClassMark } from '../provenance/class-mark'
import { type Column, DataTable } from '../ui/data-table'
import { Term } from '../ui/term'
import { type Fund, fundBars, fundOf, groupOf, treasuriesOf } from './model'

export type FundsProps = { readonly numbers: NumberIndex; readonly sort: string | readonly string[] | undefined }

const ethereum = chainBySlug('ethereum')

/** The funds: a bar each with Spark's part of it, and all share classes as a table. */
export function Funds({ numbers, sort }: FundsProps) {
  const t = useTranslations('rwa.funds')
  const total = groupOf(numbers, 'TOTAL')
  const bars = fundBars(numbers).map(({ key, aum, share, percent, part }) => ({
    key,
    percent,
    part,
    fill: 'fill-rwa',
    pale: 'fill-rwa/30',
    name: t(`names.${key}`),
    value: (
      <>
        <Value of={aum} /> <span className="text-muted">·</span> <Value of={share} decimals={1} />
      </>
    ),
  }))
  return (
    <Block
      id="funds"
      title={t('title')}
      caption={
        total.aum.value
          ? t.rich('caption', {
              aum: () => <Value of={total.aum} />,
              holding: () => <Value of={total.holdingUsd} />,
              share: () => <Value of={total.share} decimals={1} />,
            })
          : null
      }
    >
      {bars.length > 0 ? (
        <>
          <p className="mb-1 flex flex-wrap gap-x-5 text-small text-muted">
            <span>
              <Swatch fill="fill-rwa" />
              {t('spark')}
            </span>
            <span>
              <Swatch fill="fill-rwa/30" />
              {t('others')}
            </span>
            <span className="ml-auto">{t('bar-value')}</span>
          </p>
          <BarList caption={t('title')} bars={bars} />
        </>
      ) : null}
      <div className="mt-5">
        <FundTable
          id="rwa-funds"
          caption={t('title')}
          funds={treasuriesOf(numbers)}
          sort={sort}
          foot={[
            t('total'),
            null,
            <Value key="aum" of={total.aum} form="full" />,
            null,
            <Value key="holding" of={total.holdingUsd} form="full" />,
            <Value key="share" of={total.share} />,
            <ClassMark key="class" of={total.holdingUsd.class} />,
          ]}
        />
      </div>
      <Notes of={total.aum} className="mt-2" />
      <p className="prose mt-2 text-small text-muted">{t('chains')}</p>
    </Block>
  )
}

type FundTableProps = {
  readonly id: string
  readonly caption: string
  readonly funds: readonly Fund[]
  readonly sort: string | readonly string[] | undefined
  readonly foot?: readonly React.ReactNode[]
}

function FundTable({ id, caption, funds, sort, foot }: FundTableProps) {
  const t = useTranslations('rwa.funds')
  const columns: readonly Column<Fund>[] = [
    {
      key: 'fund',
      head: t('fund'),
      cell: ({ label, key, address }) => (
        <>
          <span className="font-medium">{label}</span> <span className="text-muted">{t(`issuers.${key}`)}</span>
          {address ? (
            <span className="block text-tiny text-muted">
              <AddressLink chain={ethereum} address={address} />
            </span>
          ) : null}
        </>
      ),
      sort: ({ label }) => label,
    },
    {
      key: 'nav',
      head: t('nav'),
      unit: <Term of="nav">USD</Term>,
      align: 'end',
      cell: ({ nav, navUpdated, source }) => (
        <>
          <Value of={nav} form="full" decimals={6} />
          <span className="block text-tiny text-muted">{t(`sources.${source}`)}</span>
          {navUpdated ? (
            <span className="block text-tiny text-muted">
              {t.rich('updated', { date: () => <Value of={navUpdated} /> })}
            </span>
          ) : null}
        </>
      ),
      sort: ({ nav }) => nav.value,
    },
    {
      key: 'aum',
      head: t('aum'),
      unit: 'USD',
      align: 'end',
      cell: ({ aum }) => <Value of={aum} form="full" />,
      sort: ({ aum }) => aum.value,
    },
    {
      key: 'tokens',
      head: t('holding'),
      unit: t('tokens'),
      align: 'end',
      cell: ({ holding }) => <Value of={holding} form="full" />,
      sort: ({ holding }) => holding.value,
    },
    {
      key: 'holding',
      head: t('holding'),
      unit: 'USD',
      align: 'end',
      cell: ({ holdingUsd }) => <Value of={holdingUsd} form="full" />,
      sort: ({ holdingUsd }) => holdingUsd.value,
    },
    {
      key: 'share',
      head: t('share'),
      unit: '%',
      align: 'end',
      cell: ({ share }) => <Value of={share} />,
      sort: ({ share }) => share.value,
    },
    { key: 'class', head: t('class'), cell: ({ aum }) => <ClassMark of={aum.class} /> },
  ]
  return (
    <DataTable
      id={id}
      caption={caption}
      columns={columns}
      rows={funds}
      rowKey={({ key }) => key}
      sort={parseSort(sort, id)}
      path="/rwa"
      {...(foot ? { foot } : {})}
    />
  )
}

/** USCC: a fund the layer holds that is no treasury fund. */
export function OtherFund({ numbers, sort }: FundsProps) {
  const t = useTranslations('rwa.other')
  return (
    <Block id="uscc" title={t('title')} caption={t('caption')}>
      <FundTable id="rwa-uscc" caption={t('title')} funds={[fundOf(numbers, 'USCC')]} sort={sort} />
    </Block>
  )
}
