import { useLocale, useTranslations } from 'next-intl'
import type { NumberIndex } from '@/lib/numbers/number-index'
import { BarList } from '../charts/bar-list'
import { Block } from '../figures/block'
import { Between, Sentence } from '../figures/sentence'
import { StatTile, TileRow } from '../figures/stat-tile'
import { reasonOf } from '../figures/status-text'
import { Value } from '../figures/value'
import { SavingsClaims } from './claims'
import { type Product, productsOf, rateBars, stepOf } from './model'
import { BridgedBlock, SkyBlock, SusdcBlock, VaultsBlock } from './tables'

export type SavingsProps = {
  readonly numbers: NumberIndex
  /** `?sort=` as it was asked for. */
  readonly sort: string | readonly string[] | undefined
  /** The rates over time, drawn. */
  readonly chart?: React.ReactNode
}

/** Every savings product on every chain: what it pays, what is in it, what it is a claim on. */
export function Savings({ numbers, sort, chart }: SavingsProps) {
  const products = productsOf(numbers, useLocale())
  return (
    <>
      <Sentence>
        <PageSummary numbers={numbers} products={products} />
      </Sentence>
      <Tiles numbers={numbers} />
      <Rates products={products} />
      {chart}
      <SkyBlock products={products} sort={sort} />
      <BridgedBlock products={products} sort={sort} />
      <SusdcBlock products={products} sort={sort} />
      <VaultsBlock products={products} sort={sort} susds={numbers.get('savings.apy', 'ethereum', 'SUSDS')} />
      <SavingsClaims />
    </>
  )
}

type PageSummaryProps = { readonly numbers: NumberIndex; readonly products: readonly Product[] }

function PageSummary({ numbers, products }: PageSummaryProps) {
  const t = useTranslations('savings')
  const common = useTranslations('common')
  const apy = numbers.get('savings.apy', 'ethereum', 'SUSDS')
  if (!apy.value) return t('unknown', { reason: reasonOf(apy, common) ?? '' })
  const { known, same } = stepOf(products)
  return (
    <>
      {t.rich('sentence', { apy: () => <Value of={apy} className="text-ember" /> })}
      <Between />
      {known === 0 ? t('step-unknown') : t(known === same ? 'step-all' : 'step-some', { known, same })}
      <Between />
      {t.rich('sentence-idle', { idle: () => <Value of={numbers.get('tvl.line-usd', 'all', 'SAVINGS')} long /> })}
    </>
  )
}

function Tiles({ numbers }: { readonly numbers: NumberIndex }) {
  const t = useTranslations('savings.tiles')
  const of = (name: string, key: string) => numbers.get(`savings.${name}`, 'ethereum', key)
  return (
    <TileRow>
      <StatTile title={t('susds-rate')} of={of('apy', 'SUSDS')} about={t('susds-rate-what')} />
      <StatTile title={t('sdai-rate')} of={of('apy', 'SDAI')} about={t('sdai-rate-what')} />
      <StatTile title={t('susds')} of={of('assets-usd', 'SUSDS')} about={t('susds-what')} />
      <StatTile title={t('susdc')} of={of('assets-usd', 'SUSDC')} about={t('susdc-what')} />
      <StatTile title={t('idle')} of={numbers.get('tvl.line-usd', 'all', 'SAVINGS')} about={t('idle-what')} />
    </TileRow>
  )
}

function Rates({ products }: { readonly products: readonly Product[] }) {
  const t = useTranslations('savings.rates')
  const bars = rateBars(products).map(({ product: { id, name, chain, get }, percent }) => ({
    key: id,
    percent,
    fill: 'fill-savings',
    name: (
      <>
        {name} <span className="text-muted">{chain.name}</span>
      </>
    ),
    value: <Value of={get('apy')} />,
  }))
  if (bars.length === 0) return null
  return (
    <Block title={t('title')} caption={t('caption')}>
      <BarList caption={t('title')} bars={bars} />
    </Block>
  )
}
