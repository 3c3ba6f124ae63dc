/** The two languages. */
export const locales = ['en', 'zh-Hant'] as const
export type Locale = (typeof locales)[number]
