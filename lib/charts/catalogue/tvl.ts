import { type ChainSlug, chainBySlug, chainSlugs } from '../../chains'
import { lineKeys, lines } from '../../products/lines'
import { largestShares, say, trendOf } from '../define/caption'
import { type Chart, defineChart, type SeriesContext, type SeriesSpec } from '../define/define-chart'
import { chainWords, day, numberSeries, sumSeries } from '../define/series'
import { everyRange } from '../query/view'
import { wordsOf } from './words/words-of'

/** Of chosen chains a line is the exact sum of theirs; it keeps its name in links. */
const byLine = ({ known, chains = [] }: SeriesContext): readonly SeriesSpec[] => {
  const scopes = chains.length === 0 ? ['all'] : chains
  const [only, second] = chains
  const chain = only !== undefined && second === undefined ? only : 'all'
  return lineKeys.toReversed().flatMap((key) => {
    const ids = scopes.map((scope) => `tvl.line-usd:${scope}:${key}`)
    return sumSeries(`tvl.line-usd:all:${key}`, ids, known, { ...lines[key], mark: 'area', chain, shown: true })
  })
}

const onChain = (chain: ChainSlug): SeriesSpec =>
  numberSeries(`tvl.total-usd:${chain}:TOTAL`, {
    name: chainWords(chain),
    mark: 'area',
    colour: chainBySlug(chain).colour,
    class: 'issuer',
    chain,
    shown: true,
  })

export const tvl: Chart = defineChart({
  slug: 'tvl',
  version: 1,
  view: { modes: ['line', 'chain'], scales: ['linear', 'share', 'log'], ...everyRange, chains: chainSlugs },
  text: wordsOf('tvl'),
  unit: 'usd',
  series: (context) =>
    context.mode === 'chain' ? chainSlugs.map(onChain).filter(({ key }) => context.known.has(key)) : byLine(context),
  events: [
    { t: day('2025-04-03'), name: 'funds', modes: ['line'], source: 'sparkdotfi/spark-spells, SparkEthereum_20250403' },
    {
      t: day('2025-10-02'),
      name: 'vaults',
      modes: ['line'],
      source: 'sparkdotfi/spark-spells, SparkEthereum_20251002',
    },
  ],
  caption(facts) {
    const { total, missing, view } = facts
    if (total === null) return missing.length > 0 ? say('missing', { missing: { list: missing } }) : say('unknown')
    const chains = view.chains.length > 0 ? { and: view.chains.map(chainWords) } : 'all'
    const shares = largestShares(facts, 3).map((share) => ({ ...share, mode: view.mode }))
    const parts = shares.length > 1 ? { each: 'part', of: shares } : 'none'
    return say('known', { total: { amount: total }, chains, parts, ...trendOf(facts) })
  },
})
