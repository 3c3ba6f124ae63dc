import { useLocale, useTranslations } from 'next-intl'
import { formatShare } from '@/lib/format/number'
import { href } from '@/lib/i18n/locales'
import { toDecimalString } from '@/lib/math/fixed'
import type { Sort } from '@/lib/pages/table-sort'
import { BarList } from '../charts/bar-list'
import { Swatch } from '../charts/stacked-bar'
import { Block } from '../figures/block'
import { Notes } from '../figures/notes'
import { Value } from '../figures/value'
import { type Market, pictureOf } from './market-model'
import { MarketTable } from './market-table'
import { Restrictions } from './restrictions'

type MarketBlockProps = { readonly market: Market; readonly sort: Sort | null }

/** One market: its sums in a sentence, its largest reserves as bars, what is restricted, and all of it as a table. */
export function MarketBlock({ market, sort }: MarketBlockProps) {
  const locale = useLocale()
  const t = useTranslations('lend.market')
  const { chain, totals, rows } = market
  const used = formatShare(totals.used && toDecimalString(totals.used), locale)
  const bars = pictureOf(market).map(({ reserve, supplied, borrowed }) => ({
    key: reserve.key,
    percent: supplied,
    part: borrowed,
    fill: 'fill-lend',
    pale: 'fill-lend/30',
    name: (
      <a href={href(locale, reserve.path)} className="link">
        {reserve.label}
      </a>
    ),
    value: (
      <>
        <Value of={reserve.get('supplied-usd')} /> <span className="text-muted">·</span>{' '}
        <Value of={reserve.get('utilization')} decimals={1} />
      </>
    ),
  }))
  return (
    <Block
      id={chain.slug}
      title={t('title', { chain: chain.name })}
      caption={
        totals.supplied.value
          ? t.rich('caption', {
              supplied: () => <Value of={totals.supplied} />,
              borrowed: () => <Value of={totals.borrowed} />,
              available: () => <Value of={totals.available} />,
              used,
              reserves: rows.length,
            })
          : t('unknown')
      }
    >
      <Restrictions market={market} />
      {bars.length > 0 ? (
        <>
          <p className="mb-1 flex flex-wrap gap-x-5 text-small text-muted">
            <span>
              <Swatch fill="fill-lend" />
              {t('lent')}
            </span>
            <span>
              <Swatch fill="fill-lend/30" />
              {t('free')}
            </span>
            <span className="ml-auto">{t('bar-value')}</span>
          </p>
          <BarList caption={t('picture', { chain: chain.name })} bars={bars} />
        </>
      ) : null}
      <div className="mt-5">
        <MarketTable market={market} sort={sort} />
      </div>
      <Notes of={totals.supplied} className="mt-2" />
    </Block>
  )
}
