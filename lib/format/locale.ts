/** The two languages. English stands at the root, Traditional Chinese under `/zh-Hant`. */
export const locales = ['en', 'zh-Hant'] as const
export type Locale = (typeof locales)[number]

/** Something said in each language. */
export type Words = Readonly<Record<Locale, string>>

/** A name that is the same in every language. */
export const sameWords = (text: string): Words => ({ en: text, 'zh-Hant': text })
