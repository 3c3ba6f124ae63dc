import { DAY, WEEK } from '../format/time'
import { divide, type Fixed, fromDecimalString, isZero, subtract } from '../math/fixed'
import type { Unit } from '../metrics/types'

export const spans = [
  { name: 'day', seconds: DAY },
  { name: 'week', seconds: WEEK },
  { name: 'month', seconds: 30 * DAY },
] as const

type SpanName = (typeof spans)[number]['name']

/** How a number moved over a span; null where no value of then is held. Rates move by points, all else by a share of itself. */
export type Change = { readonly span: SpanName; readonly by: Fixed | null }

export type ChangesById = Readonly<Record<string, readonly Change[]>>

/** How far from the asked instant, in seconds, a value may stand and still speak for it. */
export const toleranceOf = (span: number): number => span / 8

/** The known value nearest to the asked instant, the earlier of two; null where none is near enough for the span. */
export const nearestValue = (
  points: readonly { readonly t: number; readonly value: string | null }[],
  asked: number,
  span: number,
): Fixed | null => {
  let [best, distance] = [null as string | null, toleranceOf(span)]
  for (const { t, value } of points) {
    if (value === null || Math.abs(asked - t) > distance) continue
    if (best !== null && Math.abs(asked - t) === distance) continue
    best = value
    distance = Math.abs(asked - t)
  }
  return best === null ? null : fromDecimalString(best)
}

/** An eighth of the span: three hours of a day, less than a day of a week. */
export const isNear = (asked: number, found: number, span: number): boolean =>
  Math.abs(asked - found) <= toleranceOf(span)

export const changeOf = (unit: Unit, now: Fixed | null, then: Fixed | null): Fixed | null => {
  if (!now || !then) return null
  const moved = subtract(now, then)
  if (unit === 'ratio') return moved
  return isZero(then) ? null : divide(moved, then, 12)
}
