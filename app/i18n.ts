import { locale } from 'next/root-params'
import { getRequestConfig } from 'next-intl/server'
import { defaultLocale, isLocale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'

/** next-intl reads the language of a request here; times are UTC in both. */
export default getRequestConfig(async () => {
  const asked = await locale()
  const known = isLocale(asked) ? asked : defaultLocale
  return { locale: known, messages: messages[known], timeZone: 'UTC' }
})
