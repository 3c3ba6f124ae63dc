import { escapeXml } from '../../../format/escape-xml'
import { messages } from '../../../i18n/messages'
import type { ChartTranslator } from '../../../i18n/translator'
import type { FreshnessSummary } from '../../../snapshot/freshness'
import type { Chart } from '../../define/define-chart'
import type { ChartLayout } from '../../layout/chart-layout'
import { chartHref, embedHref } from '../../query/links'
import { everySeries } from '../../query/series-views'
import { isPinned, type Pin, type View } from '../../query/view'
import { outside } from './page'

export type FooterOptions = {
  readonly freshness: FreshnessSummary
  /** Of the link under which the chart can be checked. */
  readonly pin: Pin | null
}

/** As-of, freshness, class, source, and where to check it: inside the embed, for nobody reads what is outside. */
export const embedFooter = (
  chart: Chart,
  view: View,
  layout: ChartLayout,
  { pin, freshness }: FooterOptions,
  t: ChartTranslator,
): string => {
  const { locale } = view
  const { fresh, of, until } = freshness
  const late =
    until === null
      ? ''
      : ` data-until="${until}" data-late="${escapeXml(messages[locale].common.freshness['no-more'])}"`
  const now = `<span class="${fresh === of ? 'f' : 'o'}"${late}>${escapeXml(t('fresh', { fresh, of }))}</span>`
  // of a window that is over, freshness says nothing
  const state = isPinned(view) ? `<span>${escapeXml(t('embed.pinned'))}</span>` : layout.past ? '' : now
  const kinds = layout.classes.map((kind) => `<span class="k">${escapeXml(messages[locale].common.class[kind])}</span>`)
  const verify = chartHref(locale, chart, { ...view, pin })
  const all =
    view.hide.length === 0
      ? ''
      : `<a href="${escapeXml(embedHref(chart, everySeries(view)))}" rel="nofollow">${escapeXml(t('series.all'))}</a>`
  return (
    `<footer><span>${escapeXml(layout.asOf.text)}</span>${state}${kinds.join('')}<span class="s">${escapeXml(layout.method)}</span>` +
    `<span class="s">${escapeXml(t('embed.source', { source: layout.source }))}</span>` +
    all +
    `<a href="${escapeXml(`${verify}#series`)}" title="${escapeXml(t('embed.verify-what'))}" ${outside}>${escapeXml(t('embed.verify'))}</a>` +
    `<a class="b" href="${escapeXml(chartHref(locale, chart, view))}" ${outside}>Sparkscope</a></footer>`
  )
}
