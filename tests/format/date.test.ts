import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatAge,
  formatDate,
  formatDateTime,
  formatDuration,
  formatMonth,
  formatTime,
  isoTime,
} from '@/lib/format/date'

const ascii = (s: string): string => s.replaceAll('\u00a0', ' ')
/** 2025-04-03 09:41:07 UTC */
const t = 1_743_673_267

describe('dates as text', () => {
  it('are UTC and in the order of the language', () => {
    expect(ascii(formatDate(t, 'en'))).toBe('3 Apr 2025')
    expect(formatDate(t, 'zh-Hant')).toBe('2025年4月3日')
    expect(ascii(formatMonth(t, 'en'))).toBe('Apr 2025')
    expect(formatMonth(BigInt(t), 'zh-Hant')).toBe('2025年4月')
    expect(ascii(formatTime(t))).toBe('09:41 UTC')
    expect(ascii(formatTime(t, { seconds: true }))).toBe('09:41:07 UTC')
    expect(ascii(formatDateTime(t, 'en'))).toBe('3 Apr 2025, 09:41 UTC')
    expect(ascii(formatDateTime(t, 'zh-Hant', { seconds: true }))).toBe('2025年4月3日 09:41:07 UTC')
    expect(isoTime(t)).toBe('2025-04-03T09:41:07Z')
  })

  it('agree with Intl on every day', () => {
    const english = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    })
    const chinese = new Intl.DateTimeFormat('zh-Hant', {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_800 }), (seconds) => {
        // Intl's British September has four letters
        expect(ascii(formatDate(seconds, 'en'))).toBe(english.format(seconds * 1000).replace('Sept', 'Sep'))
        expect(formatDate(seconds, 'zh-Hant')).toBe(chinese.format(seconds * 1000))
      }),
    )
  })

  it('refuse a time that is not a number of seconds', () => {
    expect(() => formatDate(2n ** 255n, 'en')).toThrow(RangeError)
    expect(() => isoTime(Number.NaN)).toThrow(RangeError)
  })
})

describe('a duration or an age', () => {
  it.each([
    [0, '0 s', '0 秒'],
    [9, '9 s', '9 秒'],
    [59, '59 s', '59 秒'],
    [60, '1 min', '1 分'],
    [899, '14 min', '14 分'],
    [3_600, '1 h', '1 小時'],
    [13_000, '3 h', '3 小時'],
    [86_399, '23 h', '23 小時'],
    [172_800, '2 d', '2 天'],
    [86_400 * 400, '400 d', '400 天'],
  ])('says %i seconds as %s or %s', (seconds, english, chinese) => {
    expect(ascii(formatDuration(seconds, 'en'))).toBe(english)
    expect(ascii(formatDuration(BigInt(seconds), 'zh-Hant'))).toBe(chinese)
    expect(ascii(formatAge(BigInt(t), t + seconds, 'en'))).toBe(english)
  })

  it('takes a time ahead of the clock for now', () => {
    expect(ascii(formatAge(t + 5, t, 'en'))).toBe('0 s')
  })

  it('is an em dash where the time is not known', () => {
    const unknown = [null, undefined].flatMap((none) => [
      formatDate(none, 'en'),
      formatMonth(none, 'en'),
      formatTime(none),
      formatDateTime(none, 'zh-Hant'),
      formatDuration(none, 'en'),
      formatAge(none, t, 'en'),
    ])
    expect(new Set(unknown)).toEqual(new Set(['\u2014']))
  })
})
