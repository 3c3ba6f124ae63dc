import type { Locale } from './locale'
import { UNKNOWN } from './number'
import { DAY, HOUR, MINUTE } from './time'

/** Times for people: UTC always, in unix seconds as the chains give them. What is not known is an em dash. */
export type UnixSeconds = bigint | number | null | undefined

const NBSP = '\u00a0'
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const UNITS: Record<Locale, Record<'s' | 'min' | 'h' | 'd', string>> = {
  en: { s: 's', min: 'min', h: 'h', d: 'd' },
  'zh-Hant': { s: '秒', min: '分', h: '小時', d: '天' },
}

const two = (n: number): string => String(n).padStart(2, '0')

function utc(t: bigint | number): Date {
  const date = new Date(Number(t) * 1000)
  if (Number.isNaN(date.getTime())) throw new RangeError(`not a time: ${t}`)
  return date
}

/** `3 Apr 2025` · `2025年4月3日` */
export function formatDate(t: UnixSeconds, locale: Locale): string {
  if (t == null) return UNKNOWN
  const d = utc(t)
  return locale === 'en'
    ? `${d.getUTCDate()}${NBSP}${MONTHS[d.getUTCMonth()]}${NBSP}${d.getUTCFullYear()}`
    : `${d.getUTCFullYear()}年${d.getUTCMonth() + 1}月${d.getUTCDate()}日`
}

/** From one day to another, the year once where it is one: `7 Feb – 2 Jun 2026` · `2026年2月7日至6月2日` */
export function formatDays(from: number, to: number, locale: Locale): string {
  const [a, b] = [formatDate(from, locale), formatDate(to, locale)]
  if (a === b) return a
  const isOneYear = utc(from).getUTCFullYear() === utc(to).getUTCFullYear()
  if (locale === 'en') return `${isOneYear ? a.slice(0, -5) : a} – ${b}`
  return `${a}至${isOneYear ? b.replace(/^\d+年/, '') : b}`
}

/** `Apr 2025` · `2025年4月` */
export function formatMonth(t: UnixSeconds, locale: Locale): string {
  if (t == null) return UNKNOWN
  const d = utc(t)
  return locale === 'en'
    ? `${MONTHS[d.getUTCMonth()]}${NBSP}${d.getUTCFullYear()}`
    : `${d.getUTCFullYear()}年${d.getUTCMonth() + 1}月`
}

/** `09:41 UTC` in both languages; with seconds `09:41:07 UTC`. */
export function formatTime(t: UnixSeconds, { seconds = false }: { readonly seconds?: boolean } = {}): string {
  if (t == null) return UNKNOWN
  const d = utc(t)
  const clock = `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}${seconds ? `:${two(d.getUTCSeconds())}` : ''}`
  return `${clock}${NBSP}UTC`
}

/** `3 Apr 2025, 09:41 UTC` · `2025年4月3日 09:41 UTC` */
export function formatDateTime(t: UnixSeconds, locale: Locale, options: { readonly seconds?: boolean } = {}): string {
  if (t == null) return UNKNOWN
  return `${formatDate(t, locale)}${locale === 'en' ? ',' : ''} ${formatTime(t, options)}`
}

/** For `<time datetime>`: `2025-04-03T09:41:07Z`. */
export function isoTime(t: bigint | number): string {
  return utc(t).toISOString().replace('.000Z', 'Z')
}

/** A span in its largest whole unit: `9 s`, `14 min`, `3 h`, `2 d` · `9 秒`, `14 分`, `3 小時`, `2 天`. Below 0 counts as 0. */
export function formatDuration(seconds: UnixSeconds, locale: Locale): string {
  if (seconds == null) return UNKNOWN
  const span = Math.max(Math.floor(Number(seconds)), 0)
  const unit = UNITS[locale]
  if (span < MINUTE) return `${span}${NBSP}${unit.s}`
  if (span < HOUR) return `${Math.floor(span / MINUTE)}${NBSP}${unit.min}`
  if (span < DAY) return `${Math.floor(span / HOUR)}${NBSP}${unit.h}`
  return `${Math.floor(span / DAY)}${NBSP}${unit.d}`
}

/** How long before `now` a time was, as `formatDuration` has it. Both in unix seconds. */
export function formatAge(t: UnixSeconds, now: bigint | number, locale: Locale): string {
  return t == null ? UNKNOWN : formatDuration(Number(now) - Number(t), locale)
}
