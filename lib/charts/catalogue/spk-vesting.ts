import { nameIn } from '../define/chart-words'
import { type Chart, defineChart, type SeriesContext, type SeriesSpec } from '../define/define-chart'
import { barSeries, day, planSeries, sumSeries } from '../define/series'
import { spkCaption, spkPastCaption } from '../define/spk-captions'
import { spkObserved } from '../define/spk-observed'
import { atlasPlan, CLIFF, genesisSupply, LAUNCH, PLAN_END, spkBuckets, YEAR } from '../define/spk-plan'
import { aheadFirst } from '../query/view'
import { wordsOf } from './words/words-of'

const text = wordsOf('spk-vesting')
const drawn = (name: string) => ({ name: nameIn(text, 'series', name), chain: 'ethereum', shown: true }) as const

const planned: readonly SeriesSpec[] = [
  ...spkBuckets.map((each) => planSeries(each.id, each.plan, { ...drawn(each.name), mark: 'area', ...each.drawn })),
  planSeries(atlasPlan.id, atlasPlan.plan, { ...drawn('atlas'), mark: 'line', colour: 'spk', dashed: true }),
]
const yearly: readonly SeriesSpec[] = spkBuckets.map((each) =>
  barSeries(`year-${each.name}`, each.years, { ...drawn(each.name), ...each.drawn }),
)

const observed = ({ known }: SeriesContext): readonly SeriesSpec[] =>
  spkObserved(known).flatMap((each) =>
    sumSeries(each.key, each.ids, known, { ...drawn(each.key), ...each.drawn, class: 'onchain' }),
  )

export const spkVesting: Chart = defineChart({
  slug: 'spk-vesting',
  version: 1,
  view: { modes: ['plan', 'observed', 'yearly'], scales: ['linear', 'share'], ...aheadFirst, chains: [] },
  text,
  unit: 'token',
  symbol: 'SPK',
  clock: 'ethereum',
  series: (context) =>
    context.mode === 'yearly' ? yearly : [...(context.mode === 'plan' ? planned : []), ...observed(context)],
  events: [
    {
      t: day('2026-01-15'),
      name: 'yank',
      modes: ['plan', 'observed'],
      source: 'sky-ecosystem/spells-mainnet, 2026-01-15',
    },
    { t: CLIFF, name: 'cliff', modes: ['plan', 'observed'], source: 'sparkdotfi/spark-spells, SparkEthereum_20260212' },
  ],
  extent: { plan: { from: LAUNCH, to: PLAN_END, ahead: YEAR }, yearly: { from: LAUNCH, to: PLAN_END } },
  whole: genesisSupply,
  pastCaption: spkPastCaption,
  caption: spkCaption,
})
