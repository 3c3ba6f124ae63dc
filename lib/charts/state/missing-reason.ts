import type { Locale, Words } from '../../format/locale'
import { gapReason, phrases } from '../words'
import type { ChartGap } from './chart-data'

/** Why readings are missing: what the store says of the gap, or else what is seen of it. */
export type MissingReason =
  | { readonly kind: 'stored'; readonly gap: ChartGap }
  | { readonly kind: 'unread'; readonly names: readonly Words[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'not-yet' }

/** The same in words, without a full stop. */
export const missingReasonText = (reason: MissingReason, locale: Locale): string => {
  const say = phrases[locale]
  if (reason.kind === 'stored') return gapReason(reason.gap.reason, locale)
  if (reason.kind === 'not-yet') return say.notReadYet
  if (reason.kind === 'none') return say.readingsMissing
  return say.unread(say.and([...new Set(reason.names.map((name) => name[locale]))].slice(0, 3)))
}
