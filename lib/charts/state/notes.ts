import { formatDate, formatDateTime } from '../../format/date'
import type { Locale } from '../../format/locale'
import { DAY } from '../../format/time'
import { phrases } from '../words'
import { type AlignedSeries, MISSING } from './aligned-series'
import type { ChartState, EmptyReason } from './chart-state'
import { missingReasonText } from './missing-reason'

type EmptyInput = Pick<ChartState, 'series' | 'unread' | 'stack' | 'extent'> & {
  /** Series that the view asks for. */
  readonly asked: number
  readonly isFiltered: boolean
  readonly isFixed: boolean
}

/** Why there is nothing to draw; null where there is. */
export const emptyReason = ({
  asked,
  isFiltered,
  isFixed,
  series,
  unread,
  stack,
  extent,
}: EmptyInput): EmptyReason | null => {
  if (asked === 0) return isFiltered ? 'noneOnChains' : 'hidden'
  if (series.length === 0) {
    if (unread.some(({ presence }) => presence.includes(MISSING))) return 'allGap'
    return isFixed ? 'noneInRange' : 'none'
  }
  if (stack?.isZero) return 'noShares'
  return extent === null ? 'logDrops' : null
}

/** Ranges told one by one; more of them would bury the rest. */
const TOLD = 6

const unique = (words: readonly string[]): readonly string[] => [...new Set(words)]

/** The first and the last of several readings, in days or, where readings are hours, in hours. */
const spanText = (first: number, last: number, every: number, locale: Locale): string => {
  const [from, to] = [first, last].map((t) => (every < DAY ? formatDateTime(t, locale) : formatDate(t, locale)))
  return from === to ? (from ?? '') : phrases[locale].span(from ?? '', to ?? '')
}

const viewNotes = (state: ChartState, locale: Locale): readonly string[] => {
  const { series, unread, missing, stored, unnamed, scale, every } = state
  const say = phrases[locale]
  const names = (of: readonly AlignedSeries[]): string => say.and(unique(of.map(({ spec }) => spec.name[locale])))
  const notes: string[] = []
  const isStored = series.some(({ spec }) => spec.of.kind === 'numbers')
  if (isStored && stored.length === 1) notes.push(say.onePoint)
  if (series.length > 0 && unread.length > 0) notes.push(say.notIncluded(names(unread)))
  if (unnamed.size > 0) {
    const grey = series.filter(({ spec }) => unnamed.has(spec.key))
    notes.push(say.inGrey(say.and(unique(grey.map(({ spec }) => spec.name[locale].split(' · ')[0] ?? '')))))
  }
  const parts = series.find((each) => each.parts !== null)?.parts
  if (parts) notes.push(say.parts(parts.have, parts.of))
  for (const { first, last, reason } of missing.slice(0, TOLD))
    notes.push(say.gap(spanText(first, last, every, locale), missingReasonText(reason, locale)))
  const stale = series.filter((each) => each.stale)
  if (stale.length > 0) notes.push(say.stale(names(stale)))
  if (scale === 'log' && series.some(({ floats }) => floats.some((value) => value <= 0))) notes.push(say.logDrops)
  return notes
}

/**
 * Why the picture looks the way it does: what is left out, interrupted, old or unsure; then what always holds. Between them what a
 * picture has no room for.
 */
export const notesOf = (state: ChartState, locale: Locale, withoutRoom: readonly string[] = []): readonly string[] => [
  ...viewNotes(state, locale),
  ...withoutRoom,
  ...state.notes.map((note) => note[locale]),
]
