import { DAY } from '../../format/time'
import type { Chart, SeriesSpec } from '../define/define-chart'
import type { View } from '../query/view'

const spans = { '30d': 30 * DAY, '90d': 90 * DAY, '1y': 365 * DAY } as const

/** Everything the chart could show in any mode, by key: what `hide` and `add` may name. */
export const seriesKeys = (chart: Chart, known: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(chart.view.modes.flatMap((mode) => chart.series({ known, mode }).map(({ key }) => key)))

export type Choice = {
  readonly spec: SeriesSpec
  readonly shown: boolean
  /** Asked for by name: never folded into the others. */
  readonly added: boolean
}

/** Each series of the view's mode with whether it is shown; what is added from another mode comes last. */
export const seriesChoices = (chart: Chart, view: View, known: ReadonlySet<string>): readonly Choice[] => {
  const own = chart.series({ known, mode: view.mode, chains: view.chains })
  const others = chart.view.modes
    .filter((mode) => mode !== view.mode)
    .flatMap((mode) => chart.series({ known, mode, chains: view.chains, foreign: true }))
  const keys = new Set(own.map(({ key }) => key))
  const added = others.filter(({ key }) => view.add.includes(key) && !keys.has(key) && keys.add(key))
  const passes = ({ chain }: SeriesSpec) => view.chains.length === 0 || chain === 'all' || view.chains.includes(chain)
  return [...own, ...added].filter(passes).map((spec) => {
    const asked = view.add.includes(spec.key)
    return { spec, shown: (spec.shown || asked) && !view.hide.includes(spec.key), added: asked }
  })
}

/** Ids of the numbers whose series a view needs read. */
export const numbersNeeded = (chart: Chart, view: View, known: ReadonlySet<string>): readonly string[] => [
  ...new Set(
    seriesChoices(chart, view, known)
      .filter(({ shown }) => shown)
      .flatMap(({ spec }) => (spec.of.kind === 'numbers' ? spec.of.ids : [])),
  ),
]

export type Span = {
  readonly from: number
  readonly to: number
  /** The visitor named both ends: they stand, whether or not there are readings. */
  readonly fixed: boolean
}

/** What a view spans, in unix seconds, both ends included. `first`: the oldest reading, for ranges without a beginning. */
export const spanOf = (chart: Chart, view: View, asOf: number, first: number | null = null): Span => {
  const { range, pin } = view
  const extent = chart.extent?.[view.mode]
  const end = pin !== null && 'to' in pin ? pin.to : asOf
  const begin = pin !== null && 'from' in pin ? pin.from : null
  const inside = (from: number) => (begin === null ? from : Math.max(from, begin))
  if (typeof range !== 'string')
    return { from: inside(range.from), to: Math.min(range.to, Math.max(end, extent?.to ?? 0)), fixed: true }
  // readings stand at midnights: a range begins with one
  if (range !== 'all' && range !== 'ahead')
    return { from: inside(Math.floor((end - spans[range]) / DAY) * DAY), to: end, fixed: false }
  if (extent !== undefined) {
    const { from, to, ahead = to } = extent
    return { from, to: range === 'ahead' ? Math.min(to, end + ahead) : to, fixed: true }
  }
  return { from: begin ?? first ?? 0, to: end, fixed: begin !== null }
}
