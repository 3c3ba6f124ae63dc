import type { ChainSlug } from '@/lib/chains'
import type { ChainAt } from './chain'
import { by, isZero, minus, times, zero } from './exact'
import { type Book, type Expected, type Part, summed } from './expected-numbers'
import { universe } from './universe'
import type { Part as HoldingPart } from './valuations'

export const totalMetrics = ['tvl.line-usd', 'tvl.total-usd']

const lines = ['LEND', 'SAVINGS', 'LIQUIDITY', 'RWA'] as const

const keysOf = (book: Book, metric: string, slug: ChainSlug) =>
  [...book.expected.keys()].flatMap((id) =>
    id.startsWith(`${metric}:${slug}:`) ? id.slice(`${metric}:${slug}:`.length) : [],
  )

const holdings = (slug: ChainSlug, part: HoldingPart): readonly Part[] =>
  universe[slug]
    .filter((holding) => holding.part === part)
    .map(({ key }) => ({ id: `liquidity.position-usd:${slug}:${key}`, amountId: `liquidity.position:${slug}:${key}` }))

/** Available dollars that Sky did not itself supply, reserve by reserve. */
const othersCash = async (book: Book, slug: ChainSlug): Promise<readonly Part[]> => {
  const keys = keysOf(book, 'lend.available', slug)
  for (const key of keys) {
    await book.write(`tvl.others-cash-usd:${slug}:${key}`, 'usd', async () => {
      const cash = book.known(`lend.available-usd:${slug}:${key}`)
      const sky = book.known(`lend.sky-supplied:${slug}:${key}`)
      const all = book.known(`lend.supplied:${slug}:${key}`)
      return minus(cash, isZero(all) ? zero : times(cash, by(sky, all)))
    })
  }
  return keys.map((key) => ({ id: `tvl.others-cash-usd:${slug}:${key}`, amountId: `lend.available:${slug}:${key}` }))
}

const marketSums = (book: Book, chains: readonly ChainAt[]) => {
  for (const amount of ['supplied', 'borrowed', 'available']) {
    const parts = (slug: ChainSlug) =>
      keysOf(book, `lend.${amount}`, slug).map((key) => ({
        id: `lend.${amount}-usd:${slug}:${key}`,
        amountId: `lend.${amount}:${slug}:${key}`,
      }))
    const markets = chains.filter(({ slug }) => slug === 'ethereum' || slug === 'gnosis').map(({ slug }) => slug)
    const sums = markets.map((slug) => [slug, summed(book, parts(slug))] as const)
    for (const [slug, sum] of sums) book.put(`lend.${amount}-usd:${slug}:TOTAL`, sum)
    book.put(`lend.${amount}-usd:all:TOTAL`, summed(book, markets.flatMap(parts)))
  }
}

/** The four lines and their sum, on each chain and over all. */
export const judgeTotals = async (book: Book, chains: readonly ChainAt[]) => {
  const all = new Map<string, Part[]>()
  for (const { slug } of chains) {
    const parts: Readonly<Record<(typeof lines)[number], readonly Part[]>> = {
      LEND: await othersCash(book, slug),
      SAVINGS: keysOf(book, 'savings.idle', slug).map((key) => ({
        id: `savings.idle-usd:${slug}:${key}`,
        amountId: `savings.idle:${slug}:${key}`,
      })),
      LIQUIDITY: [
        ...holdings(slug, 'liquidity'),
        // USDC counts at 1: its amount is its dollars.
        ...keysOf(book, 'liquidity.psm-usdc', slug).map((key) => {
          const id = `liquidity.psm-usdc:${slug}:${key}`
          return { id, amountId: id }
        }),
      ],
      RWA: holdings(slug, 'rwa'),
    }
    for (const line of lines) {
      all.set(line, [...(all.get(line) ?? []), ...parts[line]])
      if (parts[line].length > 0) book.put(`tvl.line-usd:${slug}:${line}`, summed(book, parts[line]))
    }
    const everything = lines.flatMap((line) => parts[line])
    book.put(`tvl.total-usd:${slug}:TOTAL`, summed(book, everything))
  }
  for (const line of lines) book.put(`tvl.line-usd:all:${line}`, summed(book, all.get(line) ?? []))
  const total: Expected = summed(
    book,
    lines.flatMap((line) => all.get(line) ?? []),
  )
  book.put('tvl.total-usd:all:TOTAL', total)
  marketSums(book, chains)
}
