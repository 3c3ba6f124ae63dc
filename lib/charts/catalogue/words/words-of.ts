import type { ChartTexts } from '../../define/chart-words'
import en from './en.json'
import zh from './zh-Hant.json'

/** What a chart says, in both languages: the same names in each, which the compiler holds. */
export const wordsOf = (slug: keyof typeof en & keyof typeof zh): ChartTexts => ({ en: en[slug], 'zh-Hant': zh[slug] })
