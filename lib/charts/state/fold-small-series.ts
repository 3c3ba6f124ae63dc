import type { SeriesSpec } from '../define/define-chart'
import { phrases } from '../words'
import { type AlignedSeries, lastKnown, sumSeries } from './aligned-series'

/** More than so many things in one picture are not told apart. */
const MOST_GROUPS = 6

/** The key of what stands for all that is folded. */
export const OTHERS = 'others'

export const groupOf = ({ key, group }: SeriesSpec): string => group ?? key

const newestSize = (series: AlignedSeries): number => Math.abs(series.floats[lastKnown(series)] ?? 0)

const othersSpec = (rest: readonly AlignedSeries[]): SeriesSpec => {
  const [first] = rest
  const isOneChain = rest.every(({ spec }) => spec.chain === first?.spec.chain)
  return {
    key: OTHERS,
    name: { en: phrases.en.others(rest.length), 'zh-Hant': phrases['zh-Hant'].others(rest.length) },
    of: { kind: 'plan', knots: [], at: () => '0' },
    mark: first?.spec.mark ?? 'area',
    colour: 'quiet',
    class: 'onchain',
    chain: isOneChain ? (first?.spec.chain ?? 'all') : 'all',
    shown: true,
  }
}

/** Of a stack with more parts than can be told apart: the largest by name, the exact sum of the rest as one. */
export const foldSmallSeries = (
  series: readonly AlignedSeries[],
  added: ReadonlySet<string>,
  count: number,
): readonly AlignedSeries[] => {
  if (series.length <= MOST_GROUPS) return series
  const ranked = [...series].sort(
    (a, b) => Number(added.has(b.spec.key)) - Number(added.has(a.spec.key)) || newestSize(b) - newestSize(a),
  )
  const named = new Set(ranked.slice(0, Math.max(MOST_GROUPS - 1, added.size)))
  const rest = series.filter((each) => !named.has(each))
  if (rest.length < 2) return series
  return [...series.filter((each) => named.has(each)), sumSeries(othersSpec(rest), rest, count)]
}

/** Of lines, which cannot be summed: keys of those beyond the first groups, drawn in grey and without a name. */
export const unnamedKeys = (series: readonly AlignedSeries[], added: ReadonlySet<string>): ReadonlySet<string> => {
  const groups = new Set(series.filter(({ spec }) => added.has(spec.key)).map(({ spec }) => groupOf(spec)))
  for (const { spec } of series) if (groups.size < MOST_GROUPS) groups.add(groupOf(spec))
  return new Set(series.filter(({ spec }) => !groups.has(groupOf(spec))).map(({ spec }) => spec.key))
}
