import type { useTranslations } from 'next-intl'
import { UNKNOWN } from '@/lib/format/number'
import type { Locale } from '@/lib/i18n/locales'
import type { Observation } from '@/lib/numbers/number-index'
import { fullValue, isKnown, shortValue } from '@/lib/numbers/value'
import { isNoLimit, noteOf } from './status-text'

export type ValueForm = {
  /** `short`: four digits, for prose and tiles; `full`: all digits of a column, for tables. */
  readonly form?: 'short' | 'full'
  /** Decimals of a full figure or of a per cent; by the unit unless said otherwise. */
  readonly decimals?: number | 'all'
  /** The token's symbol after the amount: yes in the short form, no in the full one unless said otherwise. */
  readonly unit?: boolean
  /** `billion` in place of `B`. */
  readonly long?: boolean
}

type Translate = ReturnType<typeof useTranslations<'common'>>

/** What stands for a number: its value, its note ("unlimited"), or an em dash. */
export const valueText = (
  num: Observation,
  locale: Locale,
  t: Translate,
  { form = 'short', decimals, unit, long = false }: ValueForm = {},
): string => {
  if (!isKnown(num)) return (num.status === 'ok' && noteOf(num, t)) || UNKNOWN
  if (isNoLimit(num)) return t('note.unlimited')
  if (num.unit === 'flag') return t(num.value.raw === 0n ? 'no' : 'yes')
  if (form === 'full')
    return fullValue(num, locale, { ...(decimals === undefined ? {} : { decimals }), unit: unit ?? false })
  return shortValue(num, locale, { unit: unit ?? true, long, ...(typeof decimals === 'number' ? { decimals } : {}) })
}
