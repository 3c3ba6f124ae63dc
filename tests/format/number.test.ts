import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Locale } from '@/lib/format/locale'
import {
  formatAmount,
  formatBlock,
  formatCount,
  formatFull,
  formatPercent,
  formatShare,
  formatUsd,
  formatUsdFull,
  UNKNOWN,
} from '@/lib/format/number'

const locales: readonly Locale[] = ['en', 'zh-Hant']
/** Space and minus as a keyboard types them, so that expectations can be read. */
const ascii = (s: string): string => s.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-')
const amount = (value: string, locale: Locale = 'en', options = {}): string =>
  ascii(formatAmount(value, locale, options))

const decimal = fc
  .record({ raw: fc.bigInt({ min: -(10n ** 33n), max: 10n ** 33n }), places: fc.integer({ min: 0, max: 18 }) })
  .map(({ raw, places }) => {
    const digits = (raw < 0n ? -raw : raw).toString().padStart(places + 1, '0')
    const cut = digits.length - places
    return `${raw < 0n ? '-' : ''}${digits.slice(0, cut)}${places ? `.${digits.slice(cut)}` : ''}`
  })

describe('a short amount', () => {
  it.each([
    ['7898123456.7', '7.898 B', '78.98 億'],
    ['490700000', '490.7 M', '4.907 億'],
    ['41250000', '41.25 M', '4125 萬'],
    ['12345', '12.35 K', '1.235 萬'],
    ['1234', '1.234 K', '1,234'],
    ['999.96', '1.000 K', '1,000'],
    ['999999', '1.000 M', '100.0 萬'],
    ['99999999', '100.0 M', '1.000 億'],
    ['1234567890123', '1.235 T', '1.235 兆'],
    ['12345678901234567', '12,350 T', '12,350 兆'],
    ['1.05', '1.05', '1.05'],
    ['1.049999999999', '1.050', '1.050'],
    ['0.00001234567', '0.00001235', '0.00001235'],
    ['-12300', '-12.3 K', '-1.23 萬'],
    ['0', '0', '0'],
    ['0.000', '0', '0'],
    ['-0', '0', '0'],
    ['000123', '123', '123'],
  ])('writes %s as %s in English and %s in Chinese', (value, english, chinese) => {
    expect(amount(value)).toBe(english)
    expect(amount(value, 'zh-Hant')).toBe(chinese)
  })

  it('joins number, magnitude and unit so that no line breaks between them, and uses the real minus sign', () => {
    expect(formatAmount('-7898123456.7', 'en', { unit: 'USDS' })).toBe('\u22127.898\u00a0B\u00a0USDS')
    expect(formatAmount('7898123456.7', 'zh-Hant', { unit: 'USDS' })).toBe('78.98\u00a0億\u00a0USDS')
  })

  it('writes the magnitude out for sentences', () => {
    expect(amount('7898123456.7', 'en', { long: true, prefix: '$', digits: 3 })).toBe('$7.90 billion')
    expect(amount('12345', 'en', { long: true })).toBe('12.35 thousand')
    expect(amount('7898123456.7', 'zh-Hant', { long: true })).toBe('78.98 億')
  })

  it('rounds a half away from zero on the exact decimal, where a float would not know', () => {
    expect(amount('1.0005')).toBe('1.001')
    expect(amount('-1.0005')).toBe('-1.001')
    expect(amount('1.00049999999999999999999999')).toBe('1.000')
    expect(amount('8.345', 'en', { digits: 3 })).toBe('8.35')
  })

  it('says of a tiny amount that it is less than something, never that it is 0', () => {
    expect(amount('0.000000000000000001')).toBe('< 0.000001')
    expect(amount('-0.000000000000000001')).toBe('> -0.000001')
    expect(amount('0.000001')).toBe('0.000001')
    expect(amount('0.0000001', 'en', { prefix: '$', unit: 'X' })).toBe('< $0.000001 X')
  })

  it("chooses magnitude and digits as the language's own rules do", () => {
    for (const locale of locales) {
      fc.assert(
        fc.property(decimal, fc.integer({ min: 3, max: 6 }), (value, digits) => {
          const intl = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: digits })
          const ours = amount(value, locale, { digits })
          fc.pre(!/[<>]/.test(ours))
          const theirs = intl.format(value as unknown as number)
          const bare = ours
            .replace(/(\.\d*?)0+(?!\d)/, '$1')
            .replace(/\.(?!\d)/, '')
            .replace(' ', '')
          // Intl leaves four digits ungrouped in all compact numbers; we do so before a magnitude only
          expect(bare.replaceAll(',', '')).toBe(theirs.replaceAll(',', '').replace(/^-0$/, '0'))
        }),
        { numRuns: 500 },
      )
    }
  })
})

describe('a full number', () => {
  it.each([
    ['1234567.891', {}, '1,234,567.891'],
    ['1234567.891', { maxDecimals: 2 }, '1,234,567.89'],
    ['1234567.895', { maxDecimals: 2 }, '1,234,567.9'],
    ['1234567.895', { maxDecimals: 2, minDecimals: 2 }, '1,234,567.90'],
    ['1234567', { minDecimals: 2 }, '1,234,567.00'],
    ['-999.995', { maxDecimals: 2 }, '-1,000'],
    ['-0.001', { maxDecimals: 2, minDecimals: 2 }, '0.00'],
    ['0.000000000000000001', { unit: 'ETH' }, '0.000000000000000001 ETH'],
    ['123', {}, '123'],
    ['1000', { prefix: '$' }, '$1,000'],
  ])('writes %s with %o as %s', (value, options, expected) => {
    expect(ascii(formatFull(value, 'en', options))).toBe(expected)
    expect(ascii(formatFull(value, 'zh-Hant', options))).toBe(expected)
  })

  it('loses no digit of its own accord', () => {
    fc.assert(
      fc.property(decimal, (value) => {
        const trimmed = value.includes('.') ? value.replace(/\.?0+$/, '') : value
        expect(ascii(formatFull(value, 'en')).replaceAll(',', '')).toBe(trimmed === '-0' ? '0' : trimmed)
      }),
    )
  })

  it("rounds as Intl does, which works on the decimal's own digits as well", () => {
    fc.assert(
      fc.property(decimal, fc.nat(8), (value, places) => {
        const intl = new Intl.NumberFormat('en', { maximumFractionDigits: places, minimumFractionDigits: 0 })
        const theirs = intl.format(value as unknown as number)
        expect(ascii(formatFull(value, 'en', { maxDecimals: places }))).toBe(theirs === '-0' ? '0' : theirs)
      }),
    )
  })
})

describe('a money amount, a ratio or a count', () => {
  it('writes dollars, in each language at its own magnitudes', () => {
    expect(formatUsd('-7898123456.7', 'en')).toBe('\u2212$7.898\u00a0B')
    expect(formatUsd('7898123456.7', 'zh-Hant')).toBe('78.98\u00a0億美元')
    expect(formatUsdFull('-7898123456.785', 'en')).toBe('\u2212$7,898,123,456.79')
    expect(formatUsdFull('5', 'en')).toBe('$5.00')
    expect(formatUsdFull('5.123', 'en', { decimals: 'all' })).toBe('$5.123')
    expect(formatUsdFull('7898123456.785', 'zh-Hant')).toBe('7,898,123,456.79\u00a0美元')
    expect(formatUsdFull('7898123456.785', 'zh-Hant', { unit: false })).toBe('7,898,123,456.79')
  })

  it('says dollars by name in Chinese, in sentences and elsewhere', () => {
    expect(formatUsd('7898123456.7', 'zh-Hant', { long: true })).toBe('78.98\u00a0億美元')
    expect(formatUsd('950.5', 'zh-Hant', { long: true })).toBe('950.5\u00a0美元')
    expect(formatUsd(null, 'zh-Hant', { long: true })).toBe('—')
  })

  it('says of what is below its last digit that it is less, never that it is zero', () => {
    expect(formatUsd('0.00002725', 'en')).toBe('<\u00a0$0.01')
    expect(formatUsd('-0.0099', 'en')).toBe('>\u00a0\u2212$0.01')
    expect(formatUsd('0.01', 'en')).toBe('$0.01')
    expect(formatUsd('0', 'en')).toBe('$0')
    expect(formatUsdFull('0.4', 'en', { decimals: 0 })).toBe('<\u00a0$1')
    expect(formatUsdFull('0.5', 'en', { decimals: 0 })).toBe('$1')
    expect(formatUsdFull('0.004', 'en')).toBe('<\u00a0$0.01')
    expect(formatUsdFull('0', 'en', { decimals: 0 })).toBe('$0')
  })

  it.each([
    ['0.045', {}, '4.50 %'],
    ['0.04999999999999999996107', {}, '5.00 %'],
    ['-0.0071', {}, '-0.71 %'],
    ['-0.00001', {}, '> -0.01 %'],
    ['0.0003', { decimals: 1 }, '< 0.1 %'],
    ['0.0005', { decimals: 1 }, '0.1 %'],
    ['0', { decimals: 1 }, '0.0 %'],
    ['-0.00001', { sign: true }, '0.00 %'],
    ['0.021', { sign: true, decimals: 1 }, '+2.1 %'],
    ['-0.021', { sign: true, decimals: 1 }, '-2.1 %'],
    ['0', { sign: true }, '0.00 %'],
    ['1', { decimals: 0 }, '100 %'],
    ['12.345', {}, '1,234.50 %'],
    ['0.005', { decimals: 0 }, '1 %'],
    ['0.01054', { decimals: 1 }, '1.1 %'],
  ])('writes a ratio of %s with %o as %s', (ratio, options, expected) => {
    expect(ascii(formatPercent(ratio, 'en', options))).toBe(expected)
  })

  it.each([
    ['0.6437', '64.4 %'],
    ['0', '0.0 %'],
    ['0.0003', '< 0.1 %'],
    ['0.0006', '0.1 %'],
    ['0.9994', '99.9 %'],
    ['0.9996', '> 99.9 %'],
    ['1', '100.0 %'],
    ['1.000', '100.0 %'],
    ['1.0002', '100.0 %'],
  ])('writes a part of %s as %s: never as nothing or as the whole where it is neither', (ratio, expected) => {
    for (const locale of locales) expect(ascii(formatShare(ratio, locale))).toBe(expected)
  })

  it('groups counts and block heights alike, by commas', () => {
    expect(formatCount(1234567, 'en')).toBe('1,234,567')
    expect(formatCount(12n, 'zh-Hant')).toBe('12')
    expect(formatBlock(22_817_390n)).toBe('22,817,390')
    expect(formatBlock('390')).toBe('390')
  })

  it('shows what is not known as an em dash, never as 0', () => {
    expect(UNKNOWN).toBe('\u2014')
    for (const unknown of [null, undefined]) {
      expect([
        formatAmount(unknown, 'en', { unit: 'USDC' }),
        formatFull(unknown, 'en'),
        formatUsd(unknown, 'zh-Hant'),
        formatUsdFull(unknown, 'en'),
        formatPercent(unknown, 'en'),
        formatShare(unknown, 'zh-Hant'),
        formatCount(unknown, 'en'),
        formatBlock(unknown),
      ]).toEqual(Array(8).fill(UNKNOWN))
    }
  })

  it('refuses what is no exact decimal rather than showing nonsense', () => {
    for (const bad of ['', '1e21', 'NaN', 'Infinity', '1,000', '.5', '0x1']) {
      expect(() => formatAmount(bad, 'en'), bad).toThrow(SyntaxError)
      expect(() => formatPercent(bad, 'en'), bad).toThrow(SyntaxError)
    }
  })
})
