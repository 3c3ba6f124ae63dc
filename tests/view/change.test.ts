import { expect, it } from 'vitest'
import { toDecimalString } from '@/lib/math/fixed'
import { nearestValue } from '@/lib/numbers/change'

const DAY = 86_400
const nearest = (points: readonly (readonly [number, string | null])[], asked: number, span = DAY) => {
  const value = nearestValue(
    points.map(([t, text]) => ({ t, value: text })),
    asked,
    span,
  )
  return value && toDecimalString(value)
}

it('takes the nearest known value within an eighth of the span, the earlier of two', () => {
  expect(
    nearest(
      [
        [0, '1'],
        [3_600, '2'],
        [7_200, '3'],
      ],
      3_700,
    ),
  ).toBe('2')
  expect(
    nearest(
      [
        [0, '1'],
        [7_200, '3'],
      ],
      3_600,
    ),
  ).toBe('1')
  expect(
    nearest(
      [
        [0, '1'],
        [3_600, null],
        [7_200, '3'],
      ],
      4_000,
    ),
  ).toBe('3')
  expect(nearest([[0, '1.50']], 10_800)).toBe('1.5')
  expect(nearest([[0, '1']], 10_801)).toBeNull()
  expect(nearest([[0, '1']], 10_801, 7 * DAY)).toBe('1')
  expect(nearest([], 0)).toBeNull()
})
