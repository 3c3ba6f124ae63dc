import { chainSlugs } from '../../chains'
import { formatPercent } from '../../format/number'
import { beforeMark, rangeOf, say } from '../define/caption'
import { nameIn } from '../define/chart-words'
import { type Chart, defineChart } from '../define/define-chart'
import { overProducts } from '../define/over-products'
import { overReserves } from '../define/over-reserves'
import { day } from '../define/series'
import { everyRange } from '../query/view'
import { wordsOf } from './words/words-of'

const text = wordsOf('rates')

/** Two rates that read the same are the same to a reader. */
const written = (rate: string | null): string => formatPercent(rate, 'en')

export const rates: Chart = defineChart({
  slug: 'rates',
  version: 1,
  view: { modes: ['savings', 'supply', 'borrow'], scales: ['linear', 'log'], ...everyRange, chains: chainSlugs },
  text,
  unit: 'ratio',
  series: (context) =>
    context.mode === 'savings'
      ? overProducts(context, 'savings.apy', 'step')
      : overReserves(context, `lend.${context.mode}-apy`, { among: nameIn(text, 'modes', context.mode) }),
  events: [{ t: day('2025-04-17'), name: 'beam', modes: ['savings'], source: 'Sky executive vote of 2025-04-17' }],
  caption(facts) {
    const { shown, view } = facts
    const [[first], range] = [shown, rangeOf(facts)]
    if (first === undefined || range === null) return say('none')
    const { low, high } = range
    const saves = view.mode === 'savings'
    const alone = saves ? shown.length === 1 : low.key === high.key
    const highest = saves && (high.group === first.group || written(high.value) === written(first.value))
    const mark = saves ? ' · ' : ' '
    return say(first.value === null ? `${view.mode}-unknown` : view.mode, {
      name: beforeMark(first.name, mark),
      rate: { amount: first.value },
      place: alone ? 'alone' : highest ? 'highest' : 'lower',
      low: beforeMark(low.name, mark),
      lowest: { amount: low.value },
      high: beforeMark(high.name, mark),
      highest: { amount: high.value },
    })
  },
})
