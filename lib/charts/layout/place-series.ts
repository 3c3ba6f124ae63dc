import type { SeriesSpec } from '../define/define-chart'
import { type AlignedSeries, NOT_DUE } from '../state/aligned-series'
import { OTHERS } from '../state/fold-small-series'
import type { Stack } from '../state/stack'
import type { Box, Layer, Runs } from './chart-layout'
import { areaPath, barPath, linePath, type Shape } from './path'
import { sampleRun } from './sample-run'

/** From data to pixels. */
export type Scales = {
  readonly plot: Box
  readonly x: (t: number) => number
  readonly y: (value: number) => number
}

type Placement = Scales & {
  readonly instants: readonly number[]
  /** A line does not cross a longer distance: nothing was read there. 0: any. */
  readonly longest: number
}

/** Runs of placed points without a break; an instant at which no value is due neither breaks a run nor adds to it. */
const runsOf = (
  values: ArrayLike<number>,
  series: AlignedSeries | undefined,
  { x, y, instants, longest: most }: Placement,
): Runs => {
  const presence = series?.presence
  // a plan is straight however far its knots stand apart
  const longest = series?.spec.of.kind === 'plan' && series.spec.key !== OTHERS ? 0 : most
  const runs: number[][] = []
  let run: number[] = []
  let before = Number.NaN
  for (let i = 0; i < instants.length; i++) {
    if (presence?.[i] === NOT_DUE) continue
    const [t, value] = [instants[i] ?? 0, values[i] ?? Number.NaN]
    if (Number.isNaN(value) || (longest > 0 && t - before > longest)) {
      if (run.length > 0) runs.push(run)
      run = []
    }
    before = t
    if (!Number.isNaN(value)) run.push(x(t), y(value))
  }
  if (run.length > 0) runs.push(run)
  return runs.map((each) => sampleRun(each))
}

const dotsOf = (runs: Runs): readonly (readonly [number, number])[] =>
  runs.filter((run) => run.length === 2).map((run) => [run[0] ?? 0, run[1] ?? 0] as const)

const layerOf = (spec: SeriesSpec, unnamed: boolean): Omit<Layer, 'd' | 'dots' | 'runs'> => ({
  key: spec.key,
  colour: unnamed ? 'quiet' : spec.colour,
  mark: spec.mark,
  dashed: spec.dashed === true,
  hatched: spec.hatched === true,
  unnamed,
})

/** Lines: the most important last, so that it lies on top. */
export const lineLayers = (
  lines: readonly AlignedSeries[],
  valuesOf: (series: AlignedSeries) => ArrayLike<number>,
  unnamed: ReadonlySet<string>,
  placement: Placement,
): readonly Layer[] =>
  lines
    .map((series): Layer => {
      const runs = runsOf(valuesOf(series), series, placement)
      const shape: Shape = series.spec.mark === 'step' ? 'step' : 'line'
      const layer = layerOf(series.spec, unnamed.has(series.spec.key))
      return { ...layer, mark: shape, d: linePath(runs, shape), dots: dotsOf(runs), runs }
    })
    .reverse()
    .sort((a, b) => Number(b.unnamed) - Number(a.unnamed))

/** A single reading of a stack is a slim column. */
const SLIM = 5

const slimColumns = (runs: Runs, base: number): string =>
  dotsOf(runs)
    .map(([x, y]) => barPath(x - SLIM, x + SLIM, y, base))
    .join('')

/**
 * Surfaces from zero to each running total, the highest first: the next covers all but its own band, so that each edge is
 * written once and no seam shows between two bands.
 */
export const areaLayers = (stacked: readonly AlignedSeries[], stack: Stack, placement: Placement): readonly Layer[] => {
  const base = placement.y(0)
  // where the stack is not due, none of its series is
  const edgeOf = (edges: Float64Array | undefined) => runsOf(edges ?? [], stacked[0], placement)
  const outline = (runs: Runs) => areaPath(runs, base, 'line') + slimColumns(runs, base)
  return stacked
    .map(({ spec }, k): Layer => {
      const runs = edgeOf(stack.up[k])
      const below = stack.down === null ? [] : edgeOf(stack.down[k])
      return { ...layerOf(spec, false), d: outline(runs) + outline(below), dots: [], runs }
    })
    .reverse()
}

/** Bars of spans, stacked; a hairline between neighbours. */
export const barLayers = (
  stacked: readonly AlignedSeries[],
  stack: Stack,
  ends: ReadonlyMap<number, number>,
  { x, y, instants }: Placement,
): readonly Layer[] =>
  stacked.map(({ spec, floats }, k): Layer => {
    let d = ''
    const run: number[] = []
    instants.forEach((t, i) => {
      const value = floats[i] ?? Number.NaN
      const end = ends.get(t)
      if (Number.isNaN(value) || value === 0 || end === undefined) return
      const edges = value < 0 && stack.down !== null ? stack.down : stack.up
      const [y0, y1] = [y(edges[k - 1]?.[i] ?? 0), y(edges[k]?.[i] ?? 0)]
      if (Number.isNaN(y1)) return
      const inset = Math.min(Math.max((x(end) - x(t)) * 0.12, 1), 10)
      d += barPath(x(t) + inset, x(end) - inset, y0, y1)
      run.push(x((t + end) / 2), y1)
    })
    return { ...layerOf(spec, false), d, dots: [], runs: run.length > 0 ? [run] : [] }
  })
