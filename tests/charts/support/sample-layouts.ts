import type { ChartLayout, Layer } from '@/lib/charts/layout/chart-layout'
import type { ChartPoint, ChartSeries } from '@/lib/charts/state/chart-data'
import type { ChartState } from '@/lib/charts/state/chart-state'
import { type ChartInput, inputOf, layoutOf, stateOf, tvlSeries } from './sample-series'

type Change = (point: ChartPoint, id: string, i: number) => ChartPoint | null

export const LEND = 'tvl.line-usd:all:LEND'
export const RWA = 'tvl.line-usd:all:RWA'

/** The same series with each point changed, or left out where `change` gives null. */
export const mapPoints = (series: readonly ChartSeries[], change: Change): readonly ChartSeries[] =>
  series.map((each) => ({
    ...each,
    points: each.points.flatMap((point, i) => change(point, each.id, i) ?? []),
  }))

export const failed = (point: ChartPoint): ChartPoint => ({ ...point, value: null, status: 'failed' })

/** The chart of the total with its points changed. */
export const tvl = (change: Change, rest: Partial<ChartInput> = {}, view = {}): ChartLayout =>
  layoutOf(inputOf('tvl', view, { series: mapPoints(tvlSeries(), change), ...rest }))

/** Its state alone. */
export const tvlState = (change: Change, rest: Partial<ChartInput> = {}, view = {}): ChartState =>
  stateOf(inputOf('tvl', view, { series: mapPoints(tvlSeries(), change), ...rest }))

/** @throws where nothing of that key is drawn. */
export const layer = ({ layers }: ChartLayout, key: string): Layer => {
  const found = layers.find((each) => each.key === key)
  if (found === undefined) throw new Error(`no layer ${key}`)
  return found
}
