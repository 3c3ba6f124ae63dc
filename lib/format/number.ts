import type { Locale } from './locale'

/** Numbers for people, from exact decimal strings (`-1234.5`), never from floats. What is not known is an em dash. */

/** An exact decimal string as the API gives it; null or undefined: not known. */
export type Decimal = string | null | undefined

export const UNKNOWN = '—'
const NBSP = '\u00a0'
const MINUS = '\u2212'
/** Below this much a small amount is said to be less than it: `< 0.000001`. */
const SMALLEST_PLACES = 6
/** Of dollars nothing below a cent is told apart. */
const CENT_PLACES = 2

/** Powers of ten that have a word, largest first, with its short and long form. */
const MAGNITUDES: Record<Locale, readonly (readonly [power: number, short: string, long: string])[]> = {
  en: [
    [12, 'T', 'trillion'],
    [9, 'B', 'billion'],
    [6, 'M', 'million'],
    [3, 'K', 'thousand'],
  ],
  'zh-Hant': [
    [12, '兆', '兆'],
    [8, '億', '億'],
    [4, '萬', '萬'],
  ],
}

/** `digits × 10^-places`, digits without leading zeros but for "0" itself. */
type Parsed = { readonly negative: boolean; readonly digits: string; readonly places: number }

function parse(value: string): Parsed {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value)
  if (!match) throw new SyntaxError(`not a decimal: ${value.slice(0, 80)}`)
  const [, sign = '', whole = '', fraction = ''] = match
  return { negative: sign === '-', digits: BigInt(whole + fraction).toString(), places: fraction.length }
}

/** Half away from zero, to `places` after the point; negative places round before it. */
function roundTo(n: Parsed, places: number): Parsed {
  if (places >= n.places) return { ...n, digits: scaled(n.digits, places - n.places), places }
  const unit = 10n ** BigInt(n.places - places)
  return { ...n, digits: ((BigInt(n.digits) + unit / 2n) / unit).toString(), places }
}

function scaled(digits: string, zeros: number): string {
  return digits === '0' ? '0' : digits + '0'.repeat(zeros)
}

/** Power of ten of the first digit: 0 for 1–9.99, 3 for thousands, −2 for hundredths. */
const leadingPower = (n: Parsed): number => n.digits.length - 1 - n.places

/** Whole part grouped in threes, then the fraction; `minPlaces` of the fraction's zeros stay. */
function plain(n: Parsed, separator: string, minPlaces: number): string {
  const places = Math.max(n.places, 0)
  const digits = scaled(n.digits, Math.max(-n.places, 0)).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, separator)
  let fraction = digits.slice(digits.length - places)
  while (fraction.length > minPlaces && fraction.endsWith('0')) fraction = fraction.slice(0, -1)
  return fraction ? `${whole}.${fraction}` : whole
}

/** Minus sign (never before a zero), prefix such as `$`, number. */
function signed(n: Parsed, prefix: string, text: string): string {
  return `${n.negative && n.digits !== '0' ? MINUS : ''}${prefix}${text}`
}

const withUnit = (text: string, unit: string | undefined): string => (unit ? `${text}${NBSP}${unit}` : text)

export type AmountOptions = {
  /** Significant digits; 4 unless said otherwise. */
  readonly digits?: number
  /** A token's symbol or a unit's word, set after the number. */
  readonly unit?: string
  /** `billion` in place of `B`, for sentences. */
  readonly long?: boolean
  /** Set before the digits, after the minus sign: `$`. */
  readonly prefix?: string
  /** Below 10^-places an amount is said to be less than it; 6 unless said otherwise. */
  readonly smallestPlaces?: number
}

/**
 * For prose and tiles: `7.898 B`, `78.98 億`, `1.050`, `0.00001235`. Rounded half up on the exact decimal; a trailing zero
 * stays where something was rounded away and goes where the value ends. Tiny amounts: `< 0.000001`.
 */
export function formatAmount(value: Decimal, locale: Locale, options: AmountOptions = {}): string {
  if (value == null) return UNKNOWN
  const { digits = 4, unit, long = false, prefix = '', smallestPlaces = SMALLEST_PLACES } = options
  const exact = parse(value)
  if (exact.digits === '0') return withUnit(`${prefix}0`, unit)
  if (leadingPower(exact) < -smallestPlaces) return withUnit(lessThan(exact, smallestPlaces, prefix), unit)
  const rounded = roundTo(exact, digits - 1 - leadingPower(exact))
  const magnitude = MAGNITUDES[locale].find(([power]) => leadingPower(rounded) >= power)
  const shown = magnitude ? { ...rounded, places: rounded.places + magnitude[0] } : rounded
  const minPlaces = isSame(exact, rounded) ? 0 : Math.max(digits - 1 - leadingPower(shown), 0)
  // Four digits before a magnitude stand ungrouped: 1234 T.
  const text = plain(shown, leadingPower(shown) < 4 && magnitude ? '' : ',', minPlaces)
  return withUnit(withUnit(signed(rounded, prefix, text), magnitude?.[long ? 2 : 1]), unit)
}

/** `< $0.01`, `> −$0.01`: nearer to zero than 10^-places, and not zero. */
function lessThan(n: Parsed, places: number, prefix: string): string {
  const bound = `${prefix}${plain({ negative: false, digits: '1', places }, ',', places)}`
  return n.negative ? `>${NBSP}${MINUS}${bound}` : `<${NBSP}${bound}`
}

function isSame(a: Parsed, b: Parsed): boolean {
  const places = Math.max(a.places, b.places)
  return scaled(a.digits, places - a.places) === scaled(b.digits, places - b.places)
}

export type FullOptions = {
  /** At most so many digits after the point, rounded half up; all of them unless said otherwise. */
  readonly maxDecimals?: number
  /** At least so many, filled with zeros, so that a column lines up. */
  readonly minDecimals?: number
  readonly unit?: string
  readonly prefix?: string
}

/** For tables and on hover: every digit, grouped in threes: `1,234,567.891`. */
export function formatFull(value: Decimal, _locale: Locale, options: FullOptions = {}): string {
  if (value == null) return UNKNOWN
  const { minDecimals = 0, unit, prefix = '' } = options
  const exact = parse(value)
  const maxDecimals = Math.max(options.maxDecimals ?? exact.places, minDecimals)
  const rounded = roundTo(exact, Math.max(Math.min(exact.places, maxDecimals), minDecimals))
  return withUnit(signed(rounded, prefix, plain(rounded, ',', minDecimals)), unit)
}

/** US dollars, short: `$7.898 B`, `−$12.30 K`, `78.98 億美元`. Dust: `< $0.01`. */
export function formatUsd(
  value: Decimal,
  locale: Locale,
  options: Omit<AmountOptions, 'prefix' | 'unit' | 'smallestPlaces'> = {},
): string {
  if (value == null) return UNKNOWN
  const shown = { ...options, smallestPlaces: CENT_PLACES }
  return locale === 'en'
    ? formatAmount(value, locale, { ...shown, prefix: '$' })
    : inDollars(formatAmount(value, locale, shown))
}

/** In Chinese the currency follows: after a digit with a space, after `億` without. */
const inDollars = (text: string): string => (/\d$/.test(text) ? `${text}${NBSP}美元` : `${text}美元`)

export type UsdFullOptions = {
  /** Cents unless said otherwise; `all`: every digit there is. */
  readonly decimals?: number | 'all'
  /** In Chinese, set the currency after the figure; no, where a column's head names it. The English `$` always stands. */
  readonly unit?: boolean
}

/** US dollars in full: `$7,898,123,456.79`, `7,898,123,456.79 美元`. What rounds away: `< $0.01`. */
export function formatUsdFull(
  value: Decimal,
  locale: Locale,
  { decimals = CENT_PLACES, unit = true }: UsdFullOptions = {},
): string {
  if (value == null) return UNKNOWN
  const prefix = locale === 'en' ? '$' : ''
  const text = usdDigits(value, locale, decimals, prefix)
  return locale === 'zh-Hant' && unit ? inDollars(text) : text
}

function usdDigits(value: string, locale: Locale, decimals: number | 'all', prefix: string): string {
  if (decimals === 'all') return formatFull(value, locale, { prefix })
  const exact = parse(value)
  if (exact.digits !== '0' && roundTo(exact, decimals).digits === '0') return lessThan(exact, decimals, prefix)
  return formatFull(value, locale, { maxDecimals: decimals, minDecimals: decimals, prefix })
}

/**
 * A ratio as per cent: `0.045` → `4.50 %`. `decimals` after the point (2), half up. What is not 0 but would round to it is
 * `< 0.01 %`; not so with `sign`, which puts a plus before gains: of a change that rounds away nothing need be said.
 */
export function formatPercent(
  ratio: Decimal,
  _locale: Locale,
  { decimals = 2, sign = false }: { readonly decimals?: number; readonly sign?: boolean } = {},
): string {
  if (ratio == null) return UNKNOWN
  const parsed = parse(ratio)
  const exact = { ...parsed, places: parsed.places - 2 }
  const rounded = roundTo(exact, decimals)
  if (!sign && rounded.digits === '0' && exact.digits !== '0') return withUnit(lessThan(exact, decimals, ''), '%')
  const prefix = sign && !rounded.negative && rounded.digits !== '0' ? '+' : ''
  return withUnit(signed(rounded, prefix, plain(rounded, ',', decimals)), '%')
}

/** A part of a whole, to a tenth of a per cent: `64.4 %`, `< 0.1 %`, and `> 99.9 %` where something is left of the whole. */
export function formatShare(ratio: Decimal, locale: Locale): string {
  const text = formatPercent(ratio, locale, { decimals: 1 })
  return text === `100.0${NBSP}%` && ratio != null && /^0\./.test(ratio) ? `>${NBSP}99.9${NBSP}%` : text
}

/** A whole number, grouped: `1,234`. A fraction is rounded half up. */
export function formatCount(value: Decimal | number | bigint, locale: Locale): string {
  return formatFull(value == null ? value : String(value), locale, { maxDecimals: 0 })
}

/** A block's height, grouped like any count: `22,817,390`. */
export function formatBlock(height: Decimal | number | bigint): string {
  return height == null ? UNKNOWN : plain(parse(String(height)), ',', 0)
}
