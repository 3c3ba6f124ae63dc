import type { Address } from 'viem'
import type { ChainSlug } from '@/lib/chains'
import { type ChainAt, Unknown } from './chain'
import { by, isZero, plus, scaled, times, zero } from './exact'
import { type Book, type Expected, type Part, summed } from './expected-numbers'
import { balanceOf, supplyOf } from './referee-lend'
import { universe } from './universe'
import { decimalsOf, type Holding, isNavOld, navDateOf, navOf } from './valuations'

const layerTwos: readonly ChainSlug[] = ['base', 'arbitrum', 'optimism', 'unichain']

export const layerMetrics = ['position', 'position-usd', 'psm-assets-usd', 'psm-usdc'].map(
  (name) => `liquidity.${name}`,
)
export const fundMetrics = [
  'supply',
  'nav',
  'nav-updated',
  'aum-usd',
  'spark-holding',
  'spark-holding-usd',
  'spark-share',
].map((name) => `rwa.${name}`)

const judgeHolding = async (book: Book, chain: ChainAt, holding: Holding) => {
  const amountId = `liquidity.position:${chain.slug}:${holding.key}`
  const { value } = await book.write(amountId, 'exact', () => holding.amount(chain))
  const { fund } = holding
  await book.write(
    `liquidity.position-usd:${chain.slug}:${holding.key}`,
    'usd',
    async () => holding.dollars(chain, value ?? book.known(amountId)),
    // nothing is worth nothing, however old the price
    async () => fund?.isToken === true && value !== undefined && !isZero(value) && isNavOld(chain, fund.name),
  )
}

const judgePsm = async (book: Book, chain: ChainAt) => {
  const psm = chain.at('PSM3')
  await book.write(`liquidity.psm-assets-usd:${chain.slug}:PSM3`, 'usd', async () =>
    scaled(await chain.big(psm, 'totalAssets() returns (uint256)'), 18),
  )
  await book.write(`liquidity.psm-usdc:${chain.slug}:PSM3`, 'exact', async () => {
    const pocket = (await chain.ask(psm, 'pocket() returns (address)')) as Address
    return scaled(await chain.big(chain.at('USDC'), balanceOf, pocket), await decimalsOf(chain, 'USDC'))
  })
}

export const judgeLayer = async (book: Book, chain: ChainAt) => {
  await Promise.all(universe[chain.slug].map((holding) => judgeHolding(book, chain, holding)))
  if (layerTwos.includes(chain.slug)) await judgePsm(book, chain)
}

const funds: Readonly<Record<ChainSlug, readonly string[]>> = {
  ethereum: ['BUIDL', 'BUIDLI', 'USTB', 'JTRSY', 'USCC'],
  gnosis: [],
  base: ['JTRSY'],
  arbitrum: ['BUIDL', 'JTRSY'],
  optimism: ['BUIDL'],
  unichain: [],
}

/** USCC is no treasury fund. */
const treasuries = ['BUIDL', 'BUIDLI', 'USTB', 'JTRSY']
const groups: readonly (readonly [key: string, members: readonly string[]])[] = [
  ['BUIDL_FUND', ['BUIDL', 'BUIDLI']],
  ['TOTAL', treasuries],
]

const partOf = (slug: string, fund: string): Part => ({
  id: `rwa.aum-usd:${slug}:${fund}`,
  amountId: `rwa.supply:${slug}:${fund}`,
})

const positionPart = (slug: string, key: string): Part => ({
  id: `liquidity.position-usd:${slug}:${key}`,
  amountId: `liquidity.position:${slug}:${key}`,
})

const shareOf = (book: Book, scope: string, key: string) => {
  const [held, all] = [`rwa.spark-holding-usd:${scope}:${key}`, `rwa.aum-usd:${scope}:${key}`]
  return book.write(
    `rwa.spark-share:${scope}:${key}`,
    'ratio',
    async () => {
      if (isZero(book.known(all))) throw new Unknown('absent', 'input')
      return by(book.known(held), book.known(all))
    },
    async () => book.get(held).isOld || (book.get(all).isOld === true && !isZero(book.known(held))),
  )
}

/** The funds on each chain, over all of them, and what Spark has of them (on Ethereum only). */
export const judgeFunds = async (book: Book, chains: readonly ChainAt[]) => {
  for (const chain of chains) {
    for (const fund of funds[chain.slug]) {
      const { id, amountId } = partOf(chain.slug, fund)
      await book.write(amountId, 'exact', async () =>
        scaled(await chain.big(chain.at(fund), supplyOf), await decimalsOf(chain, fund)),
      )
      const navId = `rwa.nav:${chain.slug}:${fund}`
      const nav = await book.write(
        navId,
        'ratio',
        () => navOf(chain, fund),
        () => isNavOld(chain, fund),
      )
      await book.write(
        id,
        'usd',
        async () => times(book.known(amountId), book.known(navId)),
        async () => nav.isOld === true && !isZero(book.known(amountId)),
      )
      if (!fund.startsWith('BUIDL'))
        await book.write(`rwa.nav-updated:${chain.slug}:${fund}`, 'exact', () => navDateOf(chain, fund))
    }
  }
  const slugsOf = (wanted: readonly string[]) =>
    chains.map(({ slug }) => slug).filter((slug) => funds[slug].some((fund) => wanted.includes(fund)))
  const sumKeys = [...funds.ethereum.map((fund) => [fund, [fund]] as const), ...groups]
  for (const [key, members] of sumKeys) {
    const parts = (slug: ChainSlug) =>
      funds[slug].filter((fund) => members.includes(fund)).map((fund) => partOf(slug, fund))
    if (members.length > 1 || key === 'TOTAL')
      for (const slug of slugsOf(members)) book.put(`rwa.aum-usd:${slug}:${key}`, summed(book, parts(slug)))
    book.put(`rwa.aum-usd:all:${key}`, summed(book, slugsOf(members).flatMap(parts)))
  }

  for (const [key, members] of sumKeys) {
    const holdings = universe.ethereum.filter(({ fund }) => fund && members.includes(fund.name))
    const dollars = summed(
      book,
      holdings.map((holding) => positionPart('ethereum', holding.key)),
    )
    for (const scope of ['ethereum', 'all']) {
      book.put(`rwa.spark-holding-usd:${scope}:${key}`, dollars)
      await shareOf(book, scope, key)
    }
    if (members.length > 1) continue
    const tokens = holdings.filter(({ fund }) => fund?.isToken)
    const amounts = tokens.map((holding) => book.get(`liquidity.position:ethereum:${holding.key}`))
    const known = amounts.flatMap(({ value }) => value ?? [])
    const tokensHeld: Expected =
      known.length === 0
        ? { status: 'unknown', near: 'exact' }
        : { status: 'ok', near: 'exact', value: known.reduce(plus, zero) }
    for (const scope of ['ethereum', 'all']) book.put(`rwa.spark-holding:${scope}:${key}`, tokensHeld)
  }
}
