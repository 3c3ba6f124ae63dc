import { useLocale, useTranslations } from 'next-intl'
import { formatShare } from '@/lib/format/number'
import { toDecimalString } from '@/lib/math/fixed'
import type { NumberIndex } from '@/lib/numbers/number-index'
import { decimalOf } from '@/lib/numbers/value'
import { parseSort } from '@/lib/pages/table-sort'
import { CountedOnce } from '../figures/counted-once'
import { Between, Sentence } from '../figures/sentence'
import { StatTile, TileRow } from '../figures/stat-tile'
import { reasonOf } from '../figures/status-text'
import { Value } from '../figures/value'
import { MarketBlock } from './market'
import { type Market, marketOf, totalsOf } from './market-model'
import { LendMethod } from './method'
import { markets } from './reserve-model'

export type LendProps = {
  readonly numbers: NumberIndex
  /** `?sort=` as it was asked for. */
  readonly sort: string | readonly string[] | undefined
  /** The rates over time, drawn. */
  readonly chart?: React.ReactNode
}

/** SparkLend: both markets. */
export function Lend({ numbers, sort, chart }: LendProps) {
  const all = markets.map((chain) => marketOf(numbers, chain))
  return (
    <>
      <Sentence>
        <PageSummary numbers={numbers} all={all} />
      </Sentence>
      <CountedOnce numbers={numbers} page="LEND" />
      <Tiles numbers={numbers} />
      {all.map((market) => (
        <MarketBlock key={market.chain.slug} market={market} sort={parseSort(sort, `lend-${market.chain.slug}`)} />
      ))}
      {chart}
      <LendMethod />
    </>
  )
}

function PageSummary({ numbers, all }: { readonly numbers: NumberIndex; readonly all: readonly Market[] }) {
  const t = useTranslations('lend')
  const common = useTranslations('common')
  const { supplied, borrowed, available } = totalsOf(numbers, 'all')
  if (!supplied.value) return t('unknown', { reason: reasonOf(supplied, common) ?? '' })
  const frozen = all.find(({ isFrozen }) => isFrozen)
  return (
    <>
      {t.rich('sentence', {
        supplied: () => <Value of={supplied} long className="text-ember" />,
        borrowed: () => <Value of={borrowed} long />,
        available: () => <Value of={available} long />,
      })}
      {frozen ? (
        <>
          <Between />
          {t('sentence-frozen', { chain: frozen.chain.name })}
        </>
      ) : null}
    </>
  )
}

function Tiles({ numbers }: { readonly numbers: NumberIndex }) {
  const locale = useLocale()
  const t = useTranslations('lend.tiles')
  const { supplied, borrowed, available, used } = totalsOf(numbers, 'all')
  const usdc = numbers.get('lend.borrow-apy', 'ethereum', 'USDC')
  const use = numbers.get('lend.utilization', 'ethereum', 'USDC')
  const percent = (decimal: string | null) => formatShare(decimal, locale)
  return (
    <TileRow>
      <StatTile title={t('supplied')} of={supplied} about={t('supplied-what')} />
      <StatTile
        title={t('borrowed')}
        of={borrowed}
        about={t('borrowed-what', { used: percent(used && toDecimalString(used)) })}
      />
      <StatTile title={t('available')} of={available} about={t('available-what')} />
      <StatTile title={t('usdc')} of={usdc} about={t('usdc-what', { use: percent(decimalOf(use)) })} />
    </TileRow>
  )
}
