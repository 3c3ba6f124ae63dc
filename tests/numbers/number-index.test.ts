import { describe, expect, it } from 'vitest'
import { isHeld, numbersOf } from '@/lib/numbers/number-index'
import { fixtureSnapshot } from '../support/fixture-snapshot'

const numbers = numbersOf(fixtureSnapshot)

describe('numbers of a snapshot', () => {
  it('are indexed once a snapshot', () => {
    expect(numbersOf(fixtureSnapshot)).toBe(numbers)
    expect(numbers.of('tvl.line-usd', 'gnosis').map(({ key }) => key)).toEqual(['LEND', 'RWA', 'LIQUIDITY', 'SAVINGS'])
    expect(numbers.line('savings').every(({ metric }) => metric.startsWith('savings.'))).toBe(true)
  })

  it('that are not held come back as unknown, never as 0 and never as nothing', () => {
    expect(numbers.get('lend.price', 'ethereum', 'NOPE')).toMatchObject({
      status: 'absent',
      value: null,
      code: 'not-read',
    })
    expect(numbers.has('lend.price', 'ethereum', 'NOPE')).toBe(false)
    expect(isHeld(numbers.get('lend.price', 'ethereum', 'NOPE'))).toBe(false)
    expect(fixtureSnapshot.numbers.every(isHeld)).toBe(true)
  })
})
