import { describe, expect, it } from 'vitest'
import { fromDecimalString } from '@/lib/math/fixed'
import { percentOf, shareOf } from '@/lib/math/share'

const f = fromDecimalString

describe('a share', () => {
  it('is unknown where a part or the whole is', () => {
    expect(shareOf(f('1'), f('0'))).toBeNull()
    expect(shareOf(null, f('1'))).toBeNull()
    expect(percentOf(f('1'), f('3'))).toBe(33.33)
    expect(percentOf(f('-1'), f('3'))).toBe(0)
  })
})
