import { escapeXml } from '../../../format/escape-xml'
import { type ChartTranslator, chartTranslator } from '../../../i18n/translator'
import type { Chart } from '../../define/define-chart'
import { crosshairReadings } from '../../layout/crosshair-readings'
import { embedHref, siblingHref } from '../../query/links'
import { withoutSeries } from '../../query/series-views'
import type { View } from '../../query/view'
import type { ChartState } from '../../state/chart-state'
import { renderTable, tableOf } from '../table'
import { embedControls } from './controls'
import { embedFooter, type FooterOptions } from './footer'
import { embedPage, outside } from './page'
import { drawPictures, type Laid, layPictures, shareOutlines } from './pictures'
import { embedScript } from './script'

/** Rows that stand in the embed. */
const ROWS = 12

/** The newest readings, without a script; the rest stands in the CSV. */
const embedTable = (chart: Chart, view: View, state: ChartState, t: ChartTranslator): string => {
  const table = tableOf(state, view.locale, { most: ROWS })
  const shown = table.rows.length
  const said = shown < table.of ? t('table.some', { shown, count: table.of }) : t('table.what', { count: shown })
  return (
    `<details><summary>${escapeXml(t('table.title'))}</summary><p>${escapeXml(said)} ` +
    `<a href="${escapeXml(siblingHref(view.locale, chart, view, 'csv'))}" ${outside}>CSV</a></p>${renderTable(table)}</details>`
  )
}

/** For the script: places as thousandths of the plot, so that one list serves every picture. */
const readingsJson = (state: ChartState, laid: readonly Laid[], { slug, layout }: { slug: string } & Laid): string => {
  const { plot, x, time, rows, heads } = crosshairReadings(state, layout, layout.locale, {
    apart: 4,
    withBlocks: false,
  })
  const data = {
    id: slug,
    p: Object.fromEntries(
      laid.map(({ name, layout: { plot: box } }) => [name, [box.left, box.top, box.right, box.bottom]]),
    ),
    x: x.map((px) => Math.round(((px - plot.left) / (plot.right - plot.left)) * 1000)),
    t: time,
    h: heads.map(({ name, colour, mark, dashed, hatched }) => [
      name,
      colour,
      `${mark === 'line' || mark === 'step' ? 'l' : 'a'}${dashed ? ' d' : ''}${hatched ? ' h' : ''}`,
    ]),
    v: rows,
  }
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

export type EmbedOptions = FooterOptions & { readonly nonce: string }

/** A chart for other sites as one document: complete before any script, nothing to fetch, its script inside. */
export const renderEmbed = (
  { chart, view }: { readonly chart: Chart; readonly view: View },
  state: ChartState,
  { nonce, ...footer }: EmbedOptions,
): string => {
  const { locale, theme } = view
  const t = chartTranslator(locale)
  const { laid, definitions } = shareOutlines(layPictures(state, view))
  const main = laid.find(({ layout }) => !layout.size.narrow) ?? laid[0]
  if (main === undefined) throw new RangeError('An embed has pictures.')
  const choices = state.series.map(({ spec }) => ({ spec, shown: true }))
  const hrefOf = (keys: readonly string[]): string | null => {
    const next = withoutSeries(view, choices, keys)
    return next && embedHref(chart, next)
  }
  const links = view.controls ? { hrefOf, say: (name: string) => t('series.hide-named', { name }) } : null
  const { title, caption, local } = main.layout
  const mark = local === null ? '' : ` <strong>${escapeXml(local)}</strong>`
  const body =
    `<figure><figcaption><h1>${escapeXml(title)}${mark}</h1><p class="c">${escapeXml(caption)}</p></figcaption>` +
    (view.controls ? embedControls(chart, view, t) : '') +
    `${definitions}<div class="p" tabindex="0" role="group" aria-label="${escapeXml(t('embed.read'))}">${drawPictures(laid, links)}</div>` +
    `${embedTable(chart, view, state, t)}${embedFooter(chart, view, main.layout, footer, t)}</figure><div id="t" role="status" hidden></div>` +
    `<script type="application/json" id="h">${readingsJson(state, laid, { slug: chart.slug, ...main })}</script><script nonce="${nonce}">${embedScript}</script>`
  return embedPage({ locale, theme, title, nonce, body })
}
