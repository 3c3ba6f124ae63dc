import type { SeriesSpec } from '../define/define-chart'
import { SILENT, type Track } from '../state/aligned-series'
import type { Stack } from '../state/stack'
import type { Box, Layer, Runs } from './chart-layout'
import { areaPath, barPath, linePath, type Shape } from './path'
import { sampleRun } from './sample-run'

/** From data to pixels. */
export type Placing = {
  readonly plot: Box
  readonly x: (t: number) => number
  readonly y: (value: number) => number
  readonly instants: readonly number[]
  /** A stroke does not cross a longer distance: nothing was read there. 0: any. */
  readonly longest: number
}

/** Runs of placed points without a break; what nobody was asked about neither breaks a run nor adds to it. */
const runsOf = (
  nums: ArrayLike<number>,
  track: Track | undefined,
  { x, y, instants, longest: most }: Placing,
): Runs => {
  const states = track?.states
  // a plan is straight however far its knots stand apart
  const longest = track?.spec.of.kind === 'plan' && track.spec.key !== 'others' ? 0 : most
  const runs: number[][] = []
  let run: number[] = []
  let before = Number.NaN
  for (let i = 0; i < instants.length; i++) {
    if (states?.[i] === SILENT) continue
    const [t, value] = [instants[i] ?? 0, nums[i] ?? Number.NaN]
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

const layerOf = (spec: SeriesSpec, quiet: boolean): Omit<Layer, 'd' | 'dots' | 'runs'> => ({
  key: spec.key,
  colour: quiet ? 'quiet' : spec.colour,
  mark: spec.mark,
  dashed: spec.dashed === true,
  hatched: spec.hatched === true,
  quiet,
})

/** Strokes: the most important last, so that it lies on top. */
export const lineLayers = (
  tracks: readonly Track[],
  valuesOf: (track: Track) => ArrayLike<number>,
  quiet: ReadonlySet<string>,
  placing: Placing,
): readonly Layer[] =>
  tracks
    .map((track): Layer => {
      const runs = runsOf(valuesOf(track), track, placing)
      const shape: Shape = track.spec.mark === 'step' ? 'step' : 'line'
      const mark = shape === 'step' ? 'step' : 'line'
      return {
        ...layerOf(track.spec, quiet.has(track.spec.key)),
        mark,
        d: linePath(runs, shape),
        dots: dotsOf(runs),
        runs,
      }
    })
    .reverse()
    .sort((a, b) => Number(b.quiet) - Number(a.quiet))

/** A single reading of a stack is a slim column. */
const SLIM = 5

const slim = (runs: Runs, base: number): string =>
  dotsOf(runs)
    .map(([x, y]) => barPath(x - SLIM, x + SLIM, y, base))
    .join('')

/**
 * Surfaces from zero to each running total, the highest first: the next covers all but its own band, so that each edge is
 * written once and no seam shows between two bands.
 */
export const areaLayers = (tracks: readonly Track[], stack: Stack, placing: Placing): readonly Layer[] => {
  const base = placing.y(0)
  // where the stack itself was not asked, none of its tracks was
  const edgeOf = (edges: Float64Array | undefined) => runsOf(edges ?? [], tracks[0], placing)
  return tracks
    .map(({ spec }, k): Layer => {
      const runs = edgeOf(stack.up[k])
      const below = stack.down === null ? [] : edgeOf(stack.down[k])
      const d = areaPath(runs, base, 'line') + slim(runs, base) + areaPath(below, base, 'line') + slim(below, base)
      return { ...layerOf(spec, false), d, dots: [], runs }
    })
    .reverse()
}

/** Bars of spans, stacked; a hairline of paper between neighbours. */
export const barLayers = (
  tracks: readonly Track[],
  stack: Stack,
  ends: ReadonlyMap<number, number>,
  { x, y, instants }: Placing,
): readonly Layer[] =>
  tracks.map(({ spec, nums }, k): Layer => {
    let d = ''
    const run: number[] = []
    instants.forEach((t, i) => {
      const value = nums[i] ?? Number.NaN
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
