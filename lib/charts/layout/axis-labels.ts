import type { Locale } from '../../format/locale'
import { formatAmount, formatUsd } from '../../format/number'
import type { Unit } from '../../metrics/types'
import type { Scale } from '../query/view'
import { type Domain, stepDecimals } from './tick-step'

const NBSP = '\u00a0'
const MINUS = '\u2212'

const MAGNITUDES: Readonly<Record<Locale, readonly (readonly [size: number, word: string])[]>> = {
  en: [
    [1e12, 'T'],
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'K'],
  ],
  'zh-Hant': [
    [1e12, '兆'],
    [1e8, '億'],
    [1e4, '萬'],
  ],
}

/** What the labels of a y axis need to know. */
export type Measure = { readonly unit: Unit; readonly symbol?: string; readonly scale: Scale; readonly locale: Locale }

const isRatio = ({ unit, scale }: Measure): boolean => unit === 'ratio' || scale === 'share'

/** Grouped in threes, with so many decimals and a real minus. */
const plain = (n: number, places: number): string => {
  const [whole = '0', fraction] = Math.abs(n).toFixed(places).split('.')
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`
  return n < 0 && /[1-9]/.test(text) ? `${MINUS}${text}` : text
}

/** `$8 B`, `80 億美元`: before the figure, or behind it. */
const dollars = (amount: string, locale: Locale): string => {
  if (locale === 'zh-Hant') return /\d$/.test(amount) ? `${amount}${NBSP}美元` : `${amount}美元`
  return amount.startsWith(MINUS) ? `${MINUS}$${amount.slice(1)}` : `$${amount}`
}

/** Ticks in one magnitude; only the highest says it, with the unit: `$8 B`, `6`, `4`, `2`, `0`. */
const linearLabels = ({ ticks }: Domain, measure: Measure): string[] => {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0))
  const highest = Math.max(...ticks.map(Math.abs))
  const ratio = isRatio(measure)
  const [size, word] = ratio
    ? ([0.01, ''] as const)
    : (MAGNITUDES[measure.locale].find(([each]) => highest >= each * (1 - 1e-9)) ?? ([1, ''] as const))
  const places = stepDecimals(step / size)
  return ticks.map((tick, i) => {
    const text = plain(tick / size, places)
    if (i < ticks.length - 1) return text.replace(/^0\.0+$/, '0')
    if (ratio) return `${text}${NBSP}%`
    const amount = word === '' ? text : `${text}${NBSP}${word}`
    if (measure.unit === 'usd') return dollars(amount, measure.locale)
    return measure.symbol === undefined ? amount : `${amount}${NBSP}${measure.symbol}`
  })
}

/** A decimal string of a power of ten or a small multiple of it, without float noise. */
const decimalText = (n: number): string => (n >= 1 ? String(BigInt(Math.round(n))) : n.toFixed(12).replace(/0+$/, ''))

const logLabels = ({ ticks }: Domain, measure: Measure): string[] =>
  ticks.map((tick) =>
    isRatio(measure)
      ? `${plain(tick * 100, Math.max(0, -Math.floor(Math.log10(tick * 100) + 1e-9)))}${NBSP}%`
      : measure.unit === 'usd'
        ? formatUsd(decimalText(tick), measure.locale)
        : formatAmount(decimalText(tick), measure.locale),
  )

export const axisLabels = (domain: Domain, measure: Measure): readonly string[] =>
  measure.scale === 'log' ? logLabels(domain, measure) : linearLabels(domain, measure)
