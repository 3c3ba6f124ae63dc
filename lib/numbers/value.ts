import type { Address } from 'viem'
import { addressOfInteger } from '../format/address'
import { formatDate, formatDateTime } from '../format/date'
import { shortHex } from '../format/hex'
import type { Locale } from '../format/locale'
import {
  formatAmount,
  formatCount,
  formatFull,
  formatPercent,
  formatUsd,
  formatUsdFull,
  UNKNOWN,
} from '../format/number'
import { type Fixed, toDecimalString } from '../math/fixed'
import { metricById } from '../metrics'
import type { Observation, Unit } from '../metrics/types'

/** Whether a value stands behind the number, be it fresh or stale. */
export const isKnown = (num: Observation): num is Observation & { readonly value: Fixed } => num.value !== null

/** The exact decimal string, as the API gives it; null where nothing is known. */
export const decimalOf = (num: Observation): string | null => (num.value ? toDecimalString(num.value) : null)

/** The address that a number of unit `address` is, checksummed; null where nothing is known. */
export const addressOf = (num: Observation): Address | null =>
  num.unit === 'address' && num.value ? addressOfInteger(num.value.raw) : null

/** The last second that a date can name. */
const latestTime = 8_640_000_000_000n

/** The time (unix seconds) that a number of unit `time` is; null where nothing is known or no date has such a number. */
const timeOf = (num: Observation): number | null =>
  num.unit === 'time' && num.value && num.value.raw >= 0n && num.value.raw <= latestTime ? Number(num.value.raw) : null

/** The token's symbol, without the holder or the state that a key carries behind it: `ETH@ALM_PROXY`, `USTB.PENDING_REDEEM`. */
const symbolOf = (num: Observation, withUnit: boolean): { readonly unit?: string } => {
  const symbol = withUnit ? metricById(num.metric)?.symbol : undefined
  // a category or a switch of a reserve is no amount of its token
  if (symbol === undefined || num.unit === 'count' || num.unit === 'flag') return {}
  if (symbol !== 'label') return num.unit === 'token' || num.unit === 'token-per-second' ? { unit: symbol } : {}
  const named = num.label?.replace(/(@.*|\.[A-Z_]{5,})$/, '')
  return named && named !== 'PSM3' ? { unit: named } : {}
}

export type ShortOptions = {
  /** Set the token's symbol after the amount; yes unless said otherwise. */
  readonly unit?: boolean
  /** `billion` in place of `B`. */
  readonly long?: boolean
  /** Decimals of a per cent; 2 unless said otherwise. */
  readonly decimals?: number
}

/** For prose and tiles: four significant digits, `$7.898 B`, `4.50 %`, `41.20 M USDC`. */
export function shortValue(
  num: Observation,
  locale: Locale,
  { unit = true, long = false, decimals = 2 }: ShortOptions = {},
): string {
  const value = decimalOf(num)
  switch (num.unit) {
    case 'usd':
      return formatUsd(value, locale, { long })
    case 'ratio':
      return formatPercent(value, locale, { decimals })
    case 'address':
      return shortHex(addressOf(num) ?? UNKNOWN)
    case 'time': {
      const time = timeOf(num)
      return time === null ? formatCount(value, locale) : formatDate(time, locale)
    }
    case 'count':
    case 'flag':
      return formatCount(value, locale)
    case 'ray':
      return formatFull(value, locale)
    case 'assets-per-share':
      return formatAmount(value, locale, { digits: 7 })
    case 'token':
    case 'token-per-second':
      return formatAmount(value, locale, { long, ...symbolOf(num, unit) })
  }
}

/** How many decimals a column of a unit shows, so that its points line up. */
const columnDecimals: Partial<Record<Unit, number>> = { usd: 0, ratio: 2, 'assets-per-share': 6, token: 2 }

export type FullOptions = {
  /** Exactly so many decimals, so that a column lines up; `all`: every digit the contract holds. */
  readonly decimals?: number | 'all'
  readonly unit?: boolean
}

/** For tables: full digits, grouped, with fixed decimals; on hover and on the number's own page all of them. */
export function fullValue(num: Observation, locale: Locale, { decimals, unit = false }: FullOptions = {}): string {
  const value = decimalOf(num)
  if (num.unit === 'address') return addressOf(num) ?? UNKNOWN
  const time = timeOf(num)
  if (time !== null) return formatDateTime(time, locale, { seconds: true })
  const places = decimals ?? columnDecimals[num.unit] ?? 'all'
  if (num.unit === 'ratio')
    return formatPercent(value, locale, { decimals: places === 'all' ? ratioPlaces(value) : places })
  if (num.unit === 'usd') return formatUsdFull(value, locale, { decimals: places, unit })
  const fixedPlaces = places === 'all' ? {} : { maxDecimals: places, minDecimals: places }
  return formatFull(value, locale, { ...fixedPlaces, ...symbolOf(num, unit) })
}

const ratioPlaces = (value: string | null): number => Math.max((value?.split('.')[1]?.length ?? 0) - 2, 0)
