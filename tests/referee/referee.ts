import { type ChainSlug, chainSlugs } from '@/lib/chains'
import { type ChainAt, chainAt } from './chain'
import { Book } from './expected-numbers'
import { fundMetrics, judgeFunds, judgeLayer, layerMetrics } from './referee-layer'
import { judgeMarket, lendMetrics } from './referee-lend'
import { judgeSavings, savingsMetrics } from './referee-savings'
import { judgeTotals, totalMetrics } from './referee-total'

/** Every metric the referee has an opinion of. */
export const judged: ReadonlySet<string> = new Set([
  ...lendMetrics,
  ...savingsMetrics,
  ...layerMetrics,
  ...fundMetrics,
  ...totalMetrics,
])

export type Judgement = { readonly book: Book; readonly withoutMarket: readonly ChainSlug[] }

/**
 * What every number should be: an own reading of the published definitions, with plain calls one by one at one block a
 * chain, in exact fractions. Only the address book is shared with what is refereed.
 */
export const judge = async (
  urlOf: (slug: ChainSlug) => string,
  blockOf: (slug: ChainSlug) => bigint,
): Promise<Judgement> => {
  const book = new Book()
  const chains: readonly ChainAt[] = await Promise.all(
    chainSlugs.map((slug) => chainAt(slug, urlOf(slug), blockOf(slug))),
  )
  const withoutMarket: ChainSlug[] = []
  for (const chain of chains) {
    if (chain.slug === 'ethereum' || chain.slug === 'gnosis') {
      if (!(await judgeMarket(book, chain))) withoutMarket.push(chain.slug)
    }
    await judgeSavings(book, chain)
    await judgeLayer(book, chain)
  }
  await judgeFunds(book, chains)
  await judgeTotals(book, chains)
  return { book, withoutMarket }
}
