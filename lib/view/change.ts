import { divide, type Fixed, isZero, subtract } from '../math/fixed'
import type { Unit } from '../metrics/types'

export const spans = [
  { name: 'day', seconds: 86_400 },
  { name: 'week', seconds: 604_800 },
  { name: 'month', seconds: 2_592_000 },
] as const

type SpanName = (typeof spans)[number]['name']

/** How a number moved over a span; null where no value of then is held. Rates move by points, all else by a share of itself. */
export type Change = { readonly span: SpanName; readonly by: Fixed | null }

export type ChangesById = Readonly<Record<string, readonly Change[]>>

/** How far from the asked instant a value may stand and still speak for it: an eighth of the span. */
export const isNear = (asked: number, found: number, span: number): boolean => Math.abs(asked - found) <= span / 8

export const changeOf = (unit: Unit, now: Fixed | null, then: Fixed | null): Fixed | null => {
  if (!now || !then) return null
  const moved = subtract(now, then)
  if (unit === 'ratio') return moved
  return isZero(then) ? null : divide(moved, then, 12)
}
