/** The two languages. English stands at the root, Traditional Chinese under `/zh-Hant`. */
export const locales = ['en', 'zh-Hant'] as const
export type Locale = (typeof locales)[number]

/** Something said in each language. */
export type Words = Readonly<Record<Locale, string>>

/** Something made alike in each language. */
export const inBoth = (of: (locale: Locale) => string): Words => ({ en: of('en'), 'zh-Hant': of('zh-Hant') })

/** A name that is the same in every language. */
export const sameWords = (text: string): Words => inBoth(() => text)
