import type { Layer, Model, ModelInput, ModelPoint, ModelSeries } from '@/lib/charts/layout/chart-layout'
import { buildModel } from '@/lib/charts/layout/layout-chart'
import { inputOf, tvlSeries } from './sample-series'

type Change = (point: ModelPoint, id: string, i: number) => ModelPoint | null

export const LEND = 'tvl.line-usd:all:LEND'
export const RWA = 'tvl.line-usd:all:RWA'

/** The same series with each point changed, or left out where `change` gives null. */
export const mapPoints = (series: readonly ModelSeries[], change: Change): readonly ModelSeries[] =>
  series.map((each) => ({
    ...each,
    points: each.points.flatMap((point, i) => change(point, each.id, i) ?? []),
  }))

export const failed = (point: ModelPoint): ModelPoint => ({ ...point, value: null, status: 'failed' })

/** The chart of the total with its points changed. */
export const tvl = (change: Change, rest: Partial<ModelInput> = {}, view = {}): Model =>
  buildModel(inputOf('tvl', view, { series: mapPoints(tvlSeries(), change), ...rest }))

/** @throws where nothing of that key is drawn. */
export const layer = ({ layers }: Model, key: string): Layer => {
  const found = layers.find((each) => each.key === key)
  if (found === undefined) throw new Error(`no layer ${key}`)
  return found
}
