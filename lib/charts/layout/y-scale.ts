import type { Scale } from '../query/view'
import type { Gathered } from '../state/build-state'
import type { Box } from './chart-layout'
import { type Domain, linearDomain, logDomain } from './tick-step'

/** Least and greatest of what is drawn; null where nothing is. */
const extentOf = (
  { stack, strokes }: Gathered,
  scaled: (value: number) => number,
): readonly [number, number] | null => {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  if (stack !== null && !stack.nothing) [low, high] = [stack.low, stack.high]
  for (const { nums } of strokes)
    for (const num of nums) {
      const value = scaled(num)
      if (value < low) low = value
      if (value > high) high = value
    }
  return low <= high ? [low, high] : null
}

/** Strokes that keep to the upper half of their scale need not stand on zero: their moves would not be seen. */
const standsOnZero = (piled: boolean, low: number, high: number): boolean => piled || low <= high / 2

/** Where the ordinate begins and ends, with at most about `count` marks; null where nothing can be drawn on it. */
export const domainOf = (
  gathered: Gathered,
  scale: Scale,
  scaled: (value: number) => number,
  count: number,
): Domain | null => {
  const extent = extentOf(gathered, scaled)
  if (extent === null) return null
  const [low, high] = extent
  if (scale === 'log') return logDomain(low, high, count)
  if (scale === 'share' && gathered.stack !== null) {
    const most = high > 1.0001 ? high : 1
    return linearDomain(low < 0 ? -1 : 0, most, Math.min(count, 4), true)
  }
  return linearDomain(low, high, count, standsOnZero(gathered.stack !== null, low, high))
}

/** From values to pixels; 0 and below have no place on a logarithmic scale. */
export const yOf = (domain: Domain | null, scale: Scale, { top, bottom }: Box) => {
  const { min, max } = domain ?? { min: 0, max: 1 }
  const place = scale === 'log' ? Math.log10 : (value: number) => value
  const [from, to] = [place(min), place(max)]
  return (value: number): number => bottom - ((place(value) - from) / (to - from)) * (bottom - top)
}
