import type { Layer, PlacedChart } from '@/lib/charts/layout/chart-layout'
import { DAY } from '@/lib/format/time'

type Axes = Pick<PlacedChart, 'plot' | 'x' | 'y'>

/** A run of a layer as recharts takes it: a name for its values in the rows. */
export type Stroke = { readonly layer: Layer; readonly name: string }

/** Under `x` the place on the x axis, under a stroke's name its value there. */
export type Row = Readonly<Record<string, number>>

/** Whether recharts can draw the layer; what goes below zero, and bars of unlike spans, keep the server's own path. */
export const isDrawable = ({ mark }: Layer, { y }: Pick<PlacedChart, 'y'>): boolean =>
  mark === 'line' || mark === 'step' || (mark === 'area' && y.min >= 0)

/** From pixels back to the x axis, and to the y axis' own scale. */
const invertScales = ({ plot, x, y }: Axes) => ({
  x: (px: number): number => x.from + ((px - plot.left) / (plot.right - plot.left)) * (x.to - x.from),
  y: (py: number): number => {
    const part = (plot.bottom - py) / (plot.bottom - plot.top)
    return y.scale === 'log' ? y.min * (y.max / y.min) ** part : y.min + part * (y.max - y.min)
  },
})

/**
 * The server's own points as rows over the x axis: one stroke for each stretch without a gap, so that nothing is joined
 * across one, and both renderers draw the same line.
 */
export const rowsOf = (layout: PlacedChart): { readonly rows: readonly Row[]; readonly strokes: readonly Stroke[] } => {
  const { x, y } = invertScales(layout)
  const rows = new Map<number, Record<string, number>>()
  const strokes: Stroke[] = []
  for (const layer of layout.layers) {
    if (!isDrawable(layer, layout)) continue
    layer.runs.forEach((run, i) => {
      const name = `${layer.key}/${i}`
      strokes.push({ layer, name })
      for (let p = 0; p < run.length; p += 2) {
        const px = run[p] ?? 0
        const row = rows.get(px) ?? { x: x(px) }
        row[name] = y(run[p + 1] ?? 0)
        rows.set(px, row)
      }
    })
  }
  return { rows: [...rows].sort(([a], [b]) => a - b).map(([, row]) => row), strokes }
}

/** Seconds of the x axis at a pixel, as whole UTC days in order. */
export const daysBetween = (layout: Axes, a: number, b: number): readonly [from: number, to: number] | null => {
  const { x } = invertScales(layout)
  const [from, to] = [x(Math.min(a, b)), x(Math.max(a, b))].map((t) => Math.round(t / DAY) * DAY)
  return from === undefined || to === undefined || to - from < DAY ? null : [from, to]
}
