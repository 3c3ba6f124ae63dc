import type { Locale } from '../../format/locale'
import { formatAmount, formatFull, formatPercent, formatUsd, formatUsdFull } from '../../format/number'
import type { Unit } from '../../metrics/types'

export type Written = { readonly unit: Unit; readonly symbol?: string; readonly locale: Locale }

/** Four significant digits, for captions and labels: `$7.898 B`, `4.50 %`, `1.050 B SPK`. */
export const shortFigure = (value: string | null, { unit, symbol, locale }: Written, long = false): string => {
  if (unit === 'usd') return formatUsd(value, locale, { long })
  if (unit === 'ratio') return formatPercent(value, locale)
  return formatAmount(value, locale, symbol === undefined ? { long } : { long, unit: symbol })
}

/** Full digits in a column that lines up; the unit stands in the head. */
export const fullFigure = (value: string | null, { unit, locale }: Written): string => {
  if (unit === 'usd') return formatUsdFull(value, locale, { decimals: 0 })
  if (unit === 'ratio') return formatPercent(value, locale)
  return formatFull(value, locale, { maxDecimals: 2, minDecimals: 2 })
}
