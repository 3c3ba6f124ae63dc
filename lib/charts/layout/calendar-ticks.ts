import type { Locale } from '../../format/locale'
import { DAY, HOUR } from '../../format/time'

/** Marks on a time axis, at the turns of the UTC calendar. Times in unix seconds. */
export type CalendarTick = { readonly t: number; readonly label: string }

type Step =
  | { readonly unit: 'hour' | 'day'; readonly by: number; readonly seconds: number }
  | { readonly unit: 'month' | 'year'; readonly by: number; readonly seconds: number }

const step = (unit: Step['unit'], by: number, seconds: number): Step => ({ unit, by, seconds: seconds * by })

const STEPS: readonly Step[] = [
  ...[1, 3, 6, 12].map((by) => step('hour', by, HOUR)),
  ...[1, 2, 7, 14].map((by) => step('day', by, DAY)),
  ...[1, 2, 3, 6].map((by) => step('month', by, 30.44 * DAY)),
  ...[1, 2, 5, 10, 25, 100].map((by) => step('year', by, 365.25 * DAY)),
]

const utc = (year: number, month = 0): number => Date.UTC(year, month, 1) / 1000

/** Every turn of the step in the span; weeks begin on Mondays, two days and fortnights are counted from a Monday. */
const turns = ({ unit, by }: Step, from: number, to: number): number[] => {
  const found: number[] = []
  if (unit === 'hour' || unit === 'day') {
    const length = unit === 'hour' ? by * HOUR : by * DAY
    // 1970-01-05 was a Monday
    const origin = unit === 'day' && by > 1 ? 4 * DAY : 0
    for (let t = origin + Math.ceil((from - origin) / length) * length; t <= to; t += length) found.push(t)
    return found
  }
  const start = new Date(from * 1000)
  const length = unit === 'year' ? by * 12 : by
  const month = start.getUTCFullYear() * 12 + start.getUTCMonth()
  for (let at = Math.floor(month / length) * length; ; at += length) {
    const t = utc(Math.floor(at / 12), at % 12)
    if (t > to) return found
    if (t >= from) found.push(t)
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const NBSP = '\u00a0'

/** A tick says what has changed since the one before: the first and each new year say the year. */
const labelOf = (t: number, before: number | undefined, { unit }: Step, locale: Locale): string => {
  const d = new Date(t * 1000)
  const past = before === undefined ? null : new Date(before * 1000)
  const [year, month, day] = [d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate()]
  const newYear = past?.getUTCFullYear() !== year
  const newDay = newYear || past?.getUTCDate() !== day || past?.getUTCMonth() !== month
  const en = locale === 'en'
  if (unit === 'year') return en ? String(year) : `${year}年`
  const shortYear = `’${String(year).slice(2)}`
  if (unit === 'month') {
    if (en) return newYear ? `${MONTHS[month]}${NBSP}${shortYear}` : (MONTHS[month] ?? '')
    return newYear ? `${year}年${month + 1}月` : `${month + 1}月`
  }
  const date = en ? `${day}${NBSP}${MONTHS[month]}` : `${month + 1}月${day}日`
  if (unit === 'day') return newYear ? (en ? `${date}${NBSP}${shortYear}` : `${year}年${date}`) : date
  const clock = `${String(d.getUTCHours()).padStart(2, '0')}:00`
  return newDay ? date : clock
}

/** At most `most` marks between two instants (both included), the finest step that allows it. */
export const calendarTicks = (from: number, to: number, most: number, locale: Locale): readonly CalendarTick[] => {
  for (const candidate of STEPS) {
    if ((to - from) / candidate.seconds > most + 1) continue
    const found = turns(candidate, from, to)
    if (found.length <= most) return found.map((t, i) => ({ t, label: labelOf(t, found[i - 1], candidate, locale) }))
  }
  return []
}
