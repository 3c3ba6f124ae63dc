import { chainBySlug, tokenLabel } from '../../chains'
import { inBoth, type Words } from '../../format/locale'
import { mainReserves, spareColour } from '../../products/reserves'
import type { SeriesContext, SeriesSpec } from './define-chart'
import { type KnownNumber, numberSeries, numbersOf } from './series'

type Options = {
  /** Which reserves it begins with, in this order; the main ones where left out. */
  readonly begin?: readonly string[]
  /** What the metric is called beside series of another kind. */
  readonly among?: Words
}

/**
 * One metric of every reserve of SparkLend. It begins with some, and any other can be added: Ethereum's, or where it is not in
 * view, those of the chains that are.
 */
export const overReserves = (
  context: SeriesContext,
  metric: string,
  { begin, among }: Options = {},
): readonly SeriesSpec[] => {
  const { known, foreign = false, chains = [] } = context
  const home: readonly string[] = foreign || chains.length === 0 || chains.includes('ethereum') ? ['ethereum'] : chains
  const main = begin ?? Object.keys(mainReserves)
  const rank = ({ chain, key }: KnownNumber) =>
    home.includes(chain) && main.includes(key) ? main.indexOf(key) : main.length
  const ranked = numbersOf(known, metric).toSorted((a, b) => rank(a) - rank(b))
  return ranked.map((number, i) => {
    const { id, key } = number
    const chain = chainBySlug(number.chain)
    const symbol = `${tokenLabel(chain, key)}${chain.slug === 'ethereum' ? '' : ` ${chain.short}`}`
    const name = inBoth((locale) => (foreign ? `${symbol} ${among?.[locale] ?? ''}`.trimEnd() : symbol))
    const shown = rank(number) < main.length
    const colour = (shown ? mainReserves[key] : undefined) ?? spareColour(i)
    return numberSeries(id, { name, mark: 'line', colour, class: 'onchain', chain: chain.slug, shown })
  })
}
