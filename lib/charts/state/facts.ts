import { addDecimals } from '../../math/decimal'
import type { Facts } from '../define/facts'
import type { View } from '../query/view'
import { ABSENT, type AlignedSeries, KNOWN, lastKnown, MISSING } from './aligned-series'
import type { ChartState } from './chart-state'
import { groupOf } from './fold-small-series'

/** How far from the asked instant a reading may stand and still speak for it: an eighth of the span. */
const isNear = (asked: number, found: number, seconds: number): boolean => Math.abs(asked - found) <= seconds / 8

/** The exact sum at an instant; null while a part is not known. What does not exist there adds nothing. */
const totalAt = (series: readonly AlignedSeries[], i: number): string | null => {
  let total: string | null = null
  for (const { presence, values } of series) {
    if (presence[i] === KNOWN) total = addDecimals(total ?? '0', values[i] ?? '0')
    else if (presence[i] !== ABSENT) return null
  }
  return total
}

const newestIndex = (series: readonly AlignedSeries[], instants: readonly number[], asOf: number): number => {
  let newest = Math.max(-1, ...series.map(lastKnown))
  while (newest >= 0 && (instants[newest] ?? 0) > asOf) newest -= 1
  return newest
}

/** The newest known value up to an instant; what is missing there hides what was known before it. */
const lastValue = ({ presence, values }: AlignedSeries, newest: number): string | null => {
  for (let i = newest; i >= 0; i--) {
    if (presence[i] === KNOWN) return values[i] ?? null
    if (presence[i] === MISSING) return null
  }
  return null
}

const nearestIndex = (instants: readonly number[], asked: number): number =>
  instants.reduce(
    (best, t, i) => (best === -1 || Math.abs(t - asked) < Math.abs((instants[best] ?? 0) - asked) ? i : best),
    -1,
  )

/** The oldest known value from an instant on. */
const firstValue = ({ presence, values }: AlignedSeries, oldest: number): string | null => {
  const i = presence.indexOf(KNOWN, Math.max(oldest, 0))
  return i === -1 ? null : (values[i] ?? null)
}

type FactsInput = Pick<ChartState, 'series' | 'unread' | 'instants' | 'asOf'> & {
  /** Where the window ends, if it is over. */
  readonly pastUntil: number | null
}

/** What a caption speaks of: the newest values, exact and in no language. */
export const factsOf = (view: View, { series, unread, instants, asOf: newestAsOf, pastUntil }: FactsInput): Facts => {
  // on a logarithmic scale the parts of a stack stand beside each other as lines
  const summed = series.filter(({ spec: { mark } }) => mark === 'area' || (view.scale === 'log' && mark === 'line'))
  const asOf = Math.min(newestAsOf, pastUntil ?? newestAsOf)
  const newest = newestIndex(series, instants, asOf)
  const stored = series.filter(({ spec }) => spec.of.kind === 'numbers')
  const oldest = Math.min(...(stored.length > 0 ? stored : series).map(({ presence }) => presence.indexOf(KNOWN)))
  const begin = instants[Math.max(oldest, 0)] ?? asOf
  const complete = unread.length === 0
  const lacking = [...unread, ...series.filter(({ presence }) => presence[newest] === MISSING)]
  const shown = series.map((each) => {
    const { spec } = each
    const { key, name, chain, of } = spec
    // a plan has its say about now, not about its end
    const isPlan = of.kind === 'plan'
    const value = isPlan ? of.at(asOf) : lastValue(each, newest)
    return { key, name, group: groupOf(spec), chain, value, first: isPlan ? of.at(begin) : firstValue(each, oldest) }
  })
  const totals = [totalAt(summed, Math.max(oldest, 0)), totalAt(summed, newest)] as const
  const past = { from: begin, to: instants[newest] ?? asOf, totals: summed.length > 0 ? totals : null }
  return {
    asOf,
    view,
    past: pastUntil === null || newest < 0 ? null : past,
    shown,
    find: (key) => shown.find((each) => each.key === key),
    total: complete && newest >= 0 ? totalAt(summed, newest) : null,
    totalBefore(seconds) {
      const asked = (instants[newest] ?? asOf) - seconds
      const best = nearestIndex(instants, asked)
      return complete && best >= 0 && isNear(asked, instants[best] ?? 0, seconds) ? totalAt(summed, best) : null
    },
    missing: instants.length === 0 ? [] : lacking.map(({ spec }) => spec.name),
  }
}
