import { locale } from 'next/root-params'
// biome-ignore lint/style/noRestrictedImports: next-intl's own "server", not lib/server
import { getRequestConfig } from 'next-intl/server'
import { defaultLocale, isLocale } from './locales'
import { messages } from './messages'

/** next-intl reads the language of a request here; times are UTC in both. */
export default getRequestConfig(async () => {
  const asked = await locale()
  const known = isLocale(asked) ? asked : defaultLocale
  return { locale: known, messages: messages[known], timeZone: 'UTC' }
})
