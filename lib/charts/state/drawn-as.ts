import type { SeriesSpec } from '../define/define-chart'
import type { ChartState } from './chart-state'

/** How a series is drawn in this view, as its swatch must show it: grey where the picture has it in grey, or among the others. */
export const drawnAs = (
  { series, stacked, lines, unnamed }: Pick<ChartState, 'series' | 'stacked' | 'lines' | 'unnamed'>,
  spec: SeriesSpec,
): Pick<SeriesSpec, 'colour' | 'mark' | 'dashed' | 'hatched'> => {
  const drawn = [...stacked, ...lines].find((each) => each.spec.key === spec.key)?.spec
  const isFolded = drawn === undefined && series.some((each) => each.spec.key === spec.key)
  const { mark, colour, dashed = false, hatched = false } = drawn ?? spec
  return { mark, colour: isFolded || unnamed.has(spec.key) ? 'quiet' : colour, dashed, hatched }
}
