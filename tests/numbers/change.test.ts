import { describe, expect, it } from 'vitest'
import { fromDecimalString, toDecimalString } from '@/lib/math/fixed'
import { changeOf, isNear, nearestValue } from '@/lib/numbers/change'

const f = fromDecimalString

describe('a change', () => {
  it('moves rates by points and amounts by a share of what they were', () => {
    const by = (unit: 'ratio' | 'usd', now: string, then: string) => {
      const change = changeOf(unit, f(now), f(then))
      return change && toDecimalString(change)
    }
    expect(by('ratio', '0.045', '0.0475')).toBe('-0.0025')
    expect(by('usd', '110', '100')).toBe('0.1')
    expect(by('usd', '110', '0')).toBeNull()
    expect(changeOf('usd', f('1'), null)).toBeNull()
  })

  it('takes an old value only from near the asked time', () => {
    expect(isNear(1_000_000, 1_000_000 - 10_800, 86_400)).toBe(true)
    expect(isNear(1_000_000, 1_000_000 - 10_801, 86_400)).toBe(false)
  })
})

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
