import { failure } from '../errors'
import { fromDecimalString, toFullDecimalString } from '../math/fixed'
import { parseNumberId } from '../metrics/number-id'
import type { Observation } from '../metrics/types'
import type { Point, SeriesInfo, StoredPoint } from '../store/types'

export const infosOf = (nums: readonly Observation[]): readonly SeriesInfo[] =>
  nums.map((num) => ({ number: num.id, unit: num.unit, class: num.class }))

export const pointsOf = (nums: readonly Observation[], t: number): readonly Point[] =>
  nums.map((num) => ({
    number: num.id,
    t,
    value: num.value === null ? null : toFullDecimalString(num.value),
    status: num.status,
    methodVersion: num.methodVersion,
  }))

/**
 * A stored point as an observation; null where its id is malformed. Reasons are not stored. No sum depends on why a
 * number is absent, and with `not-deployed` a sum counts the others as all there is.
 */
export const observationOfPoint = ({
  number,
  unit,
  class: kind,
  value,
  status,
  methodVersion,
}: StoredPoint): Observation | null => {
  const parts = parseNumberId(number)
  if (parts === null) return null
  const why = status === 'absent' ? failure('not-deployed') : status === 'failed' ? failure('reverted') : null
  return {
    id: number,
    ...parts,
    status,
    value: value === null ? null : fromDecimalString(value),
    unit,
    class: kind,
    methodVersion,
    ...(why === null ? {} : { reason: why.message, code: why.code }),
  }
}
