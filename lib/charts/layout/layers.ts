import type { Track } from '../state/aligned-series'
import type { Gathered } from '../state/build-state'
import type { Layer } from './chart-layout'
import { areaLayers, barLayers, lineLayers, type Placing } from './place-series'

/** All layers in the order in which they are painted: surfaces, bars, then strokes over them. */
export const drawingOf = (gathered: Gathered, placing: Placing, scaled: (num: number) => number): readonly Layer[] => {
  const { piled, stack, strokes, quiet } = gathered
  const bars = piled.filter(({ spec }) => spec.mark === 'bars')
  const areas = piled.filter(({ spec }) => spec.mark !== 'bars')
  const ends = new Map(
    bars.flatMap(({ spec: { of } }) => (of.kind === 'bars' ? of.bars.map(({ from, to }) => [from, to] as const) : [])),
  )
  const surfaces =
    stack === null ? [] : bars.length > 0 ? barLayers(bars, stack, ends, placing) : areaLayers(areas, stack, placing)
  const valuesOf = ({ nums }: Track) => nums.map(scaled)
  return [...surfaces, ...lineLayers(strokes, valuesOf, quiet, placing)]
}
