import type { Locale } from '../../format/locale'
import { type ChainFreshness, freshnessOf } from '../../snapshot/freshness'
import type { Chart } from '../define/define-chart'
import type { ChartLayout } from '../layout/chart-layout'
import { layoutChart } from '../layout/layout-chart'
import { type SizeName, sizes } from '../layout/sizes'
import { type LoadedChart, loadChart } from '../load/load-chart'
import { pinOf } from '../load/pin'
import type { ChartSource } from '../load/source'
import type { Pin, View } from '../query/view'
import type { ChartState } from '../state/chart-state'
import { stateOf } from './build'

/** A chart as a page shows it, laid out for each width of window: which one is seen is left to the style sheet. */
export type Figure = {
  readonly chart: Chart
  readonly view: View
  readonly state: ChartState
  readonly layouts: Readonly<Record<SizeName, ChartLayout>>
  /** What a link that never changes can name. */
  readonly pin: Pin | null
  /** How each chain stands now. */
  readonly chains: readonly ChainFreshness[]
  /** Whether anything is stored of its past. */
  readonly hasHistory: boolean
}

/** Days of one's own may lie where there is no history. */
const hasHistory = ({ view, series }: LoadedChart): boolean =>
  typeof view.range !== 'string' || series.length === 0 || series.some(({ points }) => points.length > 1)

/** A chart in a view for a page in a language. @throws ChartError */
export const chartFigure = async (source: ChartSource, chart: Chart, view: View, locale: Locale): Promise<Figure> => {
  const loaded = await loadChart(source, chart, view)
  const state = stateOf(loaded)
  return {
    chart,
    view,
    state,
    layouts: {
      page: layoutChart(state, sizes.page, locale),
      column: layoutChart(state, sizes.column, locale),
      phone: layoutChart(state, sizes.phone, locale),
    },
    pin: pinOf(loaded, state.x.from),
    chains: freshnessOf(source.latest(), { network: source.network, now: source.now() }),
    hasHistory: hasHistory(loaded),
  }
}
