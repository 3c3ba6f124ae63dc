import { createTranslator } from 'next-intl'
import type { Locale } from '../format/locale'
import { messages } from './messages'

/** Words of a chart's documents that stand outside the pages and their provider. */
export const chartTranslator = (locale: Locale) =>
  createTranslator({ locale, messages: messages[locale], namespace: 'charts', timeZone: 'UTC' })

export type ChartTranslator = ReturnType<typeof chartTranslator>
