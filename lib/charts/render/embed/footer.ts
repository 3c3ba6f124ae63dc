import { escapeXml } from '../../../format/escape-xml'
import { messages } from '../../../i18n/messages'
import type { ChartTranslator } from '../../../i18n/translator'
import type { Chart } from '../../define/define-chart'
import type { ChartLayout } from '../../layout/chart-layout'
import { chartHref } from '../../query/links'
import { isPinned, type Pin, type View } from '../../query/view'
import { outside } from './page'

/** How many of the chains are fresh. */
export type Freshness = { readonly fresh: number; readonly of: number }

export type FooterOptions = {
  readonly freshness: Freshness
  /** Of the link under which the chart can be checked. */
  readonly pin: Pin | null
}

/** As-of, freshness, class, source, and where to check it: inside the embed, for nobody reads what is outside. */
export const embedFooter = (
  chart: Chart,
  view: View,
  layout: ChartLayout,
  { pin, freshness: { fresh, of } }: FooterOptions,
  t: ChartTranslator,
): string => {
  const { locale } = view
  const state = isPinned(view)
    ? `<span>${escapeXml(t('embed.pinned'))}</span>`
    : `<span class="${fresh === of ? 'f' : 'o'}">${escapeXml(t('fresh', { fresh, of }))}</span>`
  const kinds = layout.classes.map((kind) => `<span class="k">${escapeXml(messages[locale].common.class[kind])}</span>`)
  const verify = chartHref(locale, chart, { ...view, pin })
  return (
    `<footer><span>${escapeXml(layout.asOf.text)}</span>${state}${kinds.join('')}<span class="s">${escapeXml(layout.method)}</span>` +
    `<span class="s">${escapeXml(t('embed.source', { source: layout.source }))}</span>` +
    `<a href="${escapeXml(`${verify}#series`)}" title="${escapeXml(t('embed.verify-what'))}" ${outside}>${escapeXml(t('embed.verify'))}</a>` +
    `<a href="${escapeXml(chartHref(locale, chart, view))}" ${outside}>Sparkscope</a></footer>`
  )
}
