import type { Scale } from '../query/view'
import type { ChartState } from '../state/chart-state'
import type { Box } from './chart-layout'
import { type Domain, linearDomain, logDomain } from './tick-step'

/** Where the y axis begins and ends, with at most about `count` ticks; null where nothing can be drawn on it. */
export const yDomain = ({ extent, scale, stack }: ChartState, count: number): Domain | null => {
  if (extent === null) return null
  const [low, high] = extent
  if (scale === 'log') return logDomain(low, high, count)
  if (scale === 'share' && stack !== null) {
    const most = high > 1.0001 ? high : 1
    return linearDomain(low < 0 ? -1 : 0, most, Math.min(count, 4), true)
  }
  // the size of a surface speaks, and so it stands on zero; a line speaks by its height among its own
  return linearDomain(low, high, count, stack !== null)
}

/** From values to pixels; 0 and below have no place on a logarithmic scale. */
export const yScale = (domain: Domain | null, scale: Scale, { top, bottom }: Box) => {
  const { min, max } = domain ?? { min: 0, max: 1 }
  const place = scale === 'log' ? Math.log10 : (value: number) => value
  const [from, to] = [place(min), place(max)]
  return (value: number): number => bottom - ((place(value) - from) / (to - from)) * (bottom - top)
}
