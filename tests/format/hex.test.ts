import { describe, expect, it } from 'vitest'
import { shortHex } from '@/lib/format/hex'

describe('a shortened address', () => {
  it('keeps both ends and leaves short text alone', () => {
    expect(shortHex('0xa3931d71877C0E7a3148CB7Eb4463524FEc27fbD')).toBe('0xa393…7fbD')
    expect(shortHex('0x1234')).toBe('0x1234')
  })
})
