import type { AlignedSeries } from '../state/aligned-series'
import { barEnds } from '../state/bar-ends'
import { type ChartState, toScale } from '../state/chart-state'
import type { Layer } from './chart-layout'
import { areaLayers, barLayers, lineLayers, type Scales } from './place-series'

/** All layers in the order in which they are painted: surfaces or bars, then lines over them. */
export const layersOf = (state: ChartState, scales: Scales): readonly Layer[] => {
  const { instants, every, stacked, stack, lines, unnamed } = state
  const placement = { ...scales, instants, longest: every * 1.5 }
  const ends = barEnds(stacked)
  const surfaces =
    stack === null
      ? []
      : ends === null
        ? areaLayers(stacked, stack, placement)
        : barLayers(
            stacked.filter(({ spec }) => spec.mark === 'bars'),
            stack,
            ends,
            placement,
          )
  const place = toScale(state)
  const valuesOf = ({ floats }: AlignedSeries) => floats.map(place)
  return [...surfaces, ...lineLayers(lines, valuesOf, unnamed, placement)]
}
