import { DAY, HOUR } from '../format/time'
/** A moment as people write it, in unix seconds: `2026-01-01`, `2026-01-01T09:00Z` or unix seconds; null for anything else. */
export const parseTime = (text: string): number | null => {
  if (/^\d{9,11}$/.test(text)) return Number(text)
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?Z)?$/.test(text)) return null
  const ms = Date.parse(text)
  // A 31st of February would pass as some day of March.
  if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(text.slice(0, 10))) return null
  return ms / 1000
}

/** Unix seconds of history's steps: `1h`, `1d`, or seconds that are whole hours; null for anything else. */
export const parseInterval = (text: string): number | null => {
  const named = /^(\d{1,3})([hd])$/.exec(text)
  const seconds = named ? Number(named[1]) * (named[2] === 'h' ? HOUR : DAY) : /^\d{4,8}$/.test(text) ? Number(text) : 0
  return seconds > 0 && seconds % HOUR === 0 ? seconds : null
}
