import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale } from '../format/locale'

const parsed = new Map<string, IntlMessageFormat>()

/** An ICU message with its values put in, by the formatter that next-intl uses. Messages are a closed set, each parsed once. */
export const formatMessage = (locale: Locale, message: string, values: Readonly<Record<string, string>>): string => {
  const key = `${locale} ${message}`
  const known = parsed.get(key) ?? new IntlMessageFormat(message, locale)
  parsed.set(key, known)
  return String(known.format(values))
}
