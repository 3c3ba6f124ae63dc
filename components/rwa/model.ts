import type { Address } from 'viem'
import { chainBySlug, chains, deploymentOf, type SparkChain } from '@/lib/chains'
import { compare, isZero } from '@/lib/math/fixed'
import { percentOf } from '@/lib/math/share'
import { placeOf } from '@/lib/metrics'
import type { NumberIndex, Observation } from '@/lib/numbers/number-index'
import { isKnown } from '@/lib/numbers/value'
import { type FundKey, feedOf, funds, treasuryFundKeys } from '@/lib/products/funds'

const home = chainBySlug('ethereum')

/** A fund or share class over all chains that are read. */
export type Fund = {
  readonly key: FundKey
  readonly label: string
  readonly source: (typeof funds)[FundKey]['nav'] | 'superstate-or-feed'
  readonly address: Address | null
  readonly nav: Observation
  /** When its value was last reported; null where it has no date. */
  readonly navUpdated: Observation | null
  readonly aum: Observation
  readonly holding: Observation
  readonly holdingUsd: Observation
  readonly share: Observation
}

export const fundOf = (numbers: NumberIndex, key: FundKey): Fund => {
  const nav = numbers.get('rwa.nav', home.slug, key)
  return {
    key,
    label: nav.label ?? numbers.get('rwa.supply', home.slug, key).label ?? key,
    source: feedOf(key) === undefined ? funds[key].nav : 'superstate-or-feed',
    address: deploymentOf(home, key)?.address ?? null,
    nav,
    navUpdated: numbers.byId(`rwa.nav-updated:${home.slug}:${key}`) ?? null,
    aum: numbers.get('rwa.aum-usd', 'all', key),
    holding: numbers.get('rwa.spark-holding', 'all', key),
    holdingUsd: numbers.get('rwa.spark-holding-usd', 'all', key),
    share: numbers.get('rwa.spark-share', 'all', key),
  }
}

export const treasuriesOf = (numbers: NumberIndex): readonly Fund[] =>
  treasuryFundKeys.map((key) => fundOf(numbers, key))

/** A sum over funds: `TOTAL`, or `BUIDL_FUND` for both share classes of BlackRock's. */
export const groupOf = (numbers: NumberIndex, key: 'TOTAL' | 'BUIDL_FUND') => ({
  aum: numbers.get('rwa.aum-usd', 'all', key),
  holdingUsd: numbers.get('rwa.spark-holding-usd', 'all', key),
  share: numbers.get('rwa.spark-share', 'all', key),
})

/** Funds, not share classes, of which the layer holds something. */
export const heldFunds = (numbers: NumberIndex): number => {
  const sums = [
    groupOf(numbers, 'BUIDL_FUND').holdingUsd,
    fundOf(numbers, 'USTB').holdingUsd,
    fundOf(numbers, 'JTRSY').holdingUsd,
  ]
  return sums.filter((num) => isKnown(num) && !isZero(num.value)).length
}

export type FundBar = {
  readonly key: 'BUIDL_FUND' | 'USTB' | 'JTRSY'
  readonly aum: Observation
  readonly share: Observation
  /** In per cent of the largest fund: the fund, and Spark's part of it. For pixels only. */
  readonly percent: number
  readonly part: number
}

/** A bar a fund, Spark's part of it filled; largest first. */
export const fundBars = (numbers: NumberIndex): readonly FundBar[] => {
  const funds = [
    { key: 'BUIDL_FUND' as const, ...groupOf(numbers, 'BUIDL_FUND') },
    { ...fundOf(numbers, 'USTB'), key: 'USTB' as const },
    { ...fundOf(numbers, 'JTRSY'), key: 'JTRSY' as const },
  ].filter(({ aum }) => isKnown(aum))
  const largest = funds.reduce<Observation['value']>(
    (top, { aum: { value } }) => (value && (!top || compare(value, top) > 0) ? value : top),
    null,
  )
  return funds
    .map(({ key, aum, share, holdingUsd }) => ({
      key,
      aum,
      share,
      percent: percentOf(aum.value, largest),
      part: percentOf(holdingUsd.value, largest),
    }))
    .sort((a, b) => b.percent - a.percent)
}

/** One fund's tokens on one chain. */
export type Supply = {
  readonly chain: SparkChain
  readonly label: string
  readonly supply: Observation
  readonly aum: Observation
}

/** Where the tokens are; chains on which a fund is not deployed are left out. */
export const suppliesOf = (numbers: NumberIndex): readonly Supply[] =>
  chains.flatMap((chain) =>
    numbers
      .of('rwa.supply', chain.slug)
      .filter(({ code }) => code !== 'not-deployed')
      .map((supply) => ({
        chain,
        label: supply.label ?? supply.key,
        supply,
        aum: numbers.get('rwa.aum-usd', chain.slug, supply.key),
      })),
  )

/** What is on its way into or out of a fund, nothing of 0. */
export type Pending = { readonly amount: Observation; readonly dollars: Observation; readonly state: string }

export const pendingOf = (numbers: NumberIndex): readonly Pending[] =>
  numbers.of('liquidity.position', home.slug).flatMap((amount) => {
    const state = /\.([^@]+)$/.exec(amount.key)?.[1]
    if (state === undefined || placeOf(home.slug, amount.key)?.line !== 'rwa') return []
    if (isKnown(amount) && isZero(amount.value)) return []
    return { amount, state, dollars: numbers.get('liquidity.position-usd', home.slug, amount.key) }
  })
