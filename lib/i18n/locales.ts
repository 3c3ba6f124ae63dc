import { type Locale, locales } from '../format/locale'

export { type Locale, locales }

/** Its pages stand at the root, those of the others under the language's own name: `/zh-Hant`. */
export const defaultLocale: Locale = 'en'

export const isLocale = (word: string | undefined): word is Locale => locales.some((locale) => locale === word)

/** A page's address in a language: `/lend` → `/lend`, `/zh-Hant/lend`. `path` begins with a slash. */
export const href = (locale: Locale, path: string): string => {
  if (locale === defaultLocale) return path
  return path === '/' ? `/${locale}` : `/${locale}${path}`
}

/** Where a number is explained. An id's own `:` and `@` are legal in a path and stay readable. */
export const numberPath = (id: string): string =>
  `/numbers/${encodeURIComponent(id).replaceAll('%3A', ':').replaceAll('%40', '@')}`
