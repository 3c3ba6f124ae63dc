import { escapeXml } from '../../../format/escape-xml'
import type { Locale } from '../../../format/locale'
import { href } from '../../../i18n/locales'
import { messages } from '../../../i18n/messages'
import { type ChartTranslator, chartTranslator } from '../../../i18n/translator'
import { BadViewError } from '../../query/bad-view'
import { embedPage, outside } from './page'

const sentenceOf = (code: string, locale: Locale, t: ChartTranslator): string => {
  const sentences: Partial<Record<string, string>> = {
    'bad-parameter': t('bad.sentence'),
    'unknown-snapshot': t('bad.unknown'),
    'damaged-snapshot': t('bad.damaged'),
    'not-found': t('embed.no-chart'),
    'not-ready': t('embed.waiting'),
    busy: t('away'),
    'store-unavailable': t('away'),
  }
  return sentences[code] ?? messages[locale].errors.error.sentence
}

/** Why there is no chart: a sentence for each thing wrong. `code`: the problem that was thrown as `error`. */
const reasonsOf = (error: unknown, code: string, locale: Locale, t: ChartTranslator): readonly string[] =>
  error instanceof BadViewError
    ? error.problems.map(({ parameter, allowed }) => t('bad.may', { parameter, allowed: allowed[locale] }))
    : [sentenceOf(code, locale, t)]

type RefusalOptions = { readonly code: string; readonly locale: Locale; readonly nonce: string }

/** The embed in which there is no chart, in our words alone and in its language. */
export const renderEmbedRefusal = (error: unknown, { code, locale, nonce }: RefusalOptions): string => {
  const t = chartTranslator(locale)
  const reasons = reasonsOf(error, code, locale, t).map((each) => `<p>${escapeXml(each)}</p>`)
  const body =
    `<figure><h1>${escapeXml(t('embed.refused'))}</h1>${reasons.join('')}` +
    `<p><a href="${href(locale, '/charts')}" ${outside}>${escapeXml(t('embed.charts'))} · Sparkscope</a></p></figure>`
  return embedPage({ locale, theme: 'auto', title: t('embed.refused'), nonce, body })
}
