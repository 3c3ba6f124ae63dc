import type { ChartState } from '../state/chart-state'
import type { Size } from './chart-layout'

/** Space kept around a plot, in pixels, and how densely its y axis is marked. */
export type Margins = {
  /** Above everything, notes included. */
  readonly head: number
  /** Below the plot: the x axis with its labels and title. */
  readonly axis: number
  /** At the right where there are no labels, and after them where there are. */
  readonly right: number
  readonly afterLabels: number
  /** Most ticks of the y axis. */
  readonly ticks: number
}

/** A row of words above the plot. */
export const NOTE_ROW = 15
/** A row of the y axis takes at least this height. */
const TICK_ROW = 52

/** Axes of time need no titles; others are named, and so is the scale beside them. */
export const marginsOf = ({ x }: ChartState, { height, narrow }: Size): Margins => {
  if (x.kind === 'ratio')
    return narrow
      ? { head: 18, axis: 41, right: 14, afterLabels: 4, ticks: 4 }
      : { head: 18, axis: 42, right: 8, afterLabels: 4, ticks: 5 }
  const [head, axis] = [14, 24]
  const rows = Math.floor((height - axis - head - NOTE_ROW) / TICK_ROW)
  return { head, axis, right: 8, afterLabels: 2, ticks: Math.max(2, Math.min(5, rows)) }
}
