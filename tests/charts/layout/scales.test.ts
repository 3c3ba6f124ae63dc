import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisLabels } from '@/lib/charts/layout/axis-labels'
import { calendarTicks } from '@/lib/charts/layout/calendar-ticks'
import { linearDomain, logDomain, stepDecimals, tickStep } from '@/lib/charts/layout/tick-step'

const utc = (text: string) => Date.parse(`${text}Z`) / 1000
const labels = (from: string, to: string, most: number, locale: 'en' | 'zh-Hant' = 'en') =>
  calendarTicks(utc(from), utc(to), most, locale).map(({ label }) => label.replaceAll('\u00a0', ' '))

describe('an ordinate', () => {
  it('steps by 1, 2, 2.5 or 5 times a power of ten', () => {
    expect([0.7, 1.1, 2.2, 3, 7, 12, 1234].map((span) => tickStep(span, 1))).toEqual([1, 2, 2.5, 5, 10, 20, 2000])
    expect([1, 2.5, 0.25, 0.005, 20].map(stepDecimals)).toEqual([0, 1, 2, 3, 0])
  })

  it('holds everything drawn, and marks only multiples of its step', () => {
    const number = fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1e6)
    fc.assert(
      fc.property(number, number, fc.integer({ min: 2, max: 6 }), fc.boolean(), (a, b, count, zero) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const { min, max, ticks } = linearDomain(low, high, count, zero)
        expect(min).toBeLessThanOrEqual(low + 1e-6 * Math.abs(low))
        expect(max).toBeGreaterThanOrEqual(high - 1e-6 * Math.abs(high))
        expect(max).toBeGreaterThan(min)
        expect(ticks.length).toBeGreaterThan(1)
        expect(ticks.length).toBeLessThanOrEqual(count + 3)
        if (zero) expect(ticks.some((tick) => Math.abs(tick) < 1e-9)).toBe(true)
      }),
    )
  })

  it('keeps what stands on its lowest mark off the axis, unless that is zero', () => {
    const { min, ticks } = linearDomain(0.02, 0.0375, 4, false)
    expect(ticks[0]).toBeCloseTo(0.02, 12)
    expect(min).toBeLessThan(0.0195)
    expect(linearDomain(0, 0.0375, 4, true).min).toBe(0)
  })

  it('gives a constant room, from zero', () => {
    expect(linearDomain(5, 5, 4, true)).toMatchObject({ min: 0, ticks: [0, 2, 4, 6] })
    expect(linearDomain(0, 0, 4, true)).toMatchObject({ min: 0, max: 1 })
    expect(linearDomain(-3, -3, 4, false).min).toBeLessThan(-3)
  })

  it('marks decades on a logarithmic scale, and between them where there are few', () => {
    expect(logDomain(3, 4e9, 5).ticks).toEqual([1, 100, 1e4, 1e6, 1e8, 1e10])
    expect(logDomain(20, 300, 5).ticks).toEqual([10, 20, 50, 100, 200, 500, 1000])
    expect(logDomain(100, 100, 5)).toMatchObject({ min: 10, max: 1000 })
  })

  it('says the unit once, at the top, in the language’s own magnitudes', () => {
    const usd = linearDomain(0, 7.9e9, 5, true)
    const say = (locale: 'en' | 'zh-Hant', unit: 'usd' | 'ratio' | 'token', domain = usd) =>
      axisLabels(domain, { unit, scale: 'linear', locale, ...(unit === 'token' ? { symbol: 'SPK' } : {}) }).map(
        (label) => label.replaceAll('\u00a0', ' '),
      )
    expect(say('en', 'usd')).toEqual(['0', '2', '4', '6', '$8 B'])
    expect(say('zh-Hant', 'usd')).toEqual(['0', '20', '40', '60', '80 億美元'])
    expect(say('en', 'token')).toEqual(['0', '2', '4', '6', '8 B SPK'])
    expect(say('en', 'ratio', linearDomain(0.0371, 0.0426, 4, false))).toEqual(['3.6', '3.8', '4.0', '4.2 %'])
    expect(say('en', 'usd', linearDomain(-5e6, 1e7, 4, true))).toEqual(['−5', '0', '5', '$10 M'])
  })

  it('says each magnitude on a logarithmic scale', () => {
    const measure = { unit: 'usd', scale: 'log', locale: 'en' } as const
    expect(axisLabels(logDomain(2e6, 4e9, 5), measure).map((label) => label.replaceAll('\u00a0', ' '))).toEqual([
      '$1 M',
      '$10 M',
      '$100 M',
      '$1 B',
      '$10 B',
    ])
  })
})

describe('a calendar axis', () => {
  it('marks the turns of hours, days, weeks, months and years in UTC', () => {
    expect(labels('2026-11-20T00:00', '2026-11-21T00:00', 5)).toEqual(['20 Nov', '06:00', '12:00', '18:00', '21 Nov'])
    expect(labels('2026-11-01T05:00', '2026-11-08T05:00', 8)).toEqual([
      '2 Nov ’26',
      '3 Nov',
      '4 Nov',
      '5 Nov',
      '6 Nov',
      '7 Nov',
      '8 Nov',
    ])
    expect(labels('2025-11-20T00:00', '2026-11-20T00:00', 5)).toEqual(['Jan ’26', 'Apr', 'Jul', 'Oct'])
    expect(labels('2025-06-17T08:00', '2035-06-15T08:00', 6)).toEqual(['2026', '2028', '2030', '2032', '2034'])
  })

  it('says the year first and where it turns, in both languages', () => {
    expect(labels('2025-10-15T00:00', '2026-03-15T00:00', 6)).toEqual(['Nov ’25', 'Dec', 'Jan ’26', 'Feb', 'Mar'])
    expect(labels('2025-10-15T00:00', '2026-03-15T00:00', 6, 'zh-Hant')).toEqual([
      '2025年11月',
      '12月',
      '2026年1月',
      '2月',
      '3月',
    ])
    expect(labels('2025-12-30T00:00', '2026-01-02T00:00', 4, 'zh-Hant')).toEqual([
      '2025年12月30日',
      '12月31日',
      '2026年1月1日',
      '1月2日',
    ])
  })

  it('begins weeks on Mondays', () => {
    const weeks = calendarTicks(utc('2026-09-01T00:00'), utc('2026-10-10T00:00'), 6, 'en')
    expect(weeks.map(({ t }) => new Date(t * 1000).getUTCDay())).toEqual([1, 1, 1, 1, 1])
  })

  it('never has more marks than asked for, all inside', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e9 }),
        fc.integer({ min: 3600, max: 2e9 }),
        fc.integer({ min: 2, max: 12 }),
        (from, span, most) => {
          const ticks = calendarTicks(from, from + span, most, 'en')
          expect(ticks.length).toBeLessThanOrEqual(most)
          for (const { t } of ticks) expect(t >= from && t <= from + span).toBe(true)
        },
      ),
    )
  })
})
