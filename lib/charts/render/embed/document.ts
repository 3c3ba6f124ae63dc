import { escapeXml } from '../../../format/escape-xml'
import { type ChartTranslator, chartTranslator } from '../../../i18n/translator'
import type { Chart } from '../../define/define-chart'
import type { ChartLayout, Size } from '../../layout/chart-layout'
import { crosshairReadings } from '../../layout/crosshair-readings'
import { layoutChart } from '../../layout/layout-chart'
import { sizes } from '../../layout/sizes'
import { siblingHref } from '../../query/links'
import type { View } from '../../query/view'
import type { ChartState } from '../../state/chart-state'
import { renderSvg } from '../svg'
import { renderTable, tableOf } from '../table'
import { embedControls } from './controls'
import { embedFooter, type FooterOptions } from './footer'
import { embedPage, outside } from './page'
import { embedScript } from './script'

/** Beside another block a chart is wide; in an embed of its own there is height to fill. */
const pictures = {
  x: sizes.page,
  w: { ...sizes.column, height: 370 },
  n: sizes.phone,
} as const satisfies Readonly<Record<string, Size>>

type Layouts = Readonly<Record<keyof typeof pictures, ChartLayout>>

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
const readingsJson = (state: ChartState, layouts: Layouts): string => {
  const { w } = layouts
  const readings = crosshairReadings(state, w, w.locale, { apart: 4, withBlocks: false })
  const { plot, x, time, values, series } = readings
  const box = ({ plot: { left, top, right, bottom } }: ChartLayout) => [left, top, right, bottom]
  const data = {
    id: w.slug,
    p: { x: box(layouts.x), w: box(w), n: box(layouts.n) },
    x: x.map((px) => Math.round(((px - plot.left) / (plot.right - plot.left)) * 1000)),
    t: time,
    s: series.map(({ name, colour }) => [name, colour]),
    v: series.map((_, i) => values.map((row) => row[i] ?? '')),
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
  const layouts = {
    x: layoutChart(state, pictures.x, locale),
    w: layoutChart(state, pictures.w, locale),
    n: layoutChart(state, pictures.n, locale),
  }
  const drawn = Object.entries(layouts).map(
    ([name, layout]) => `<div class="${name}">${renderSvg(layout, { theme: 'auto', fontMode: 'web', id: name })}</div>`,
  )
  const { title, caption } = layouts.w
  const body =
    `<figure><figcaption><h1>${escapeXml(title)}</h1><p class="c">${escapeXml(caption)}</p></figcaption>` +
    (view.controls ? embedControls(chart, view, t) : '') +
    `<div class="p" tabindex="0" role="group" aria-label="${escapeXml(t('embed.read'))}">${drawn.join('')}<div id="t" role="status" hidden></div></div>` +
    `${embedTable(chart, view, state, t)}${embedFooter(chart, view, layouts.w, footer, t)}</figure>` +
    `<script type="application/json" id="h">${readingsJson(state, layouts)}</script><script nonce="${nonce}">${embedScript}</script>`
  return embedPage({ locale, theme, title, nonce, body })
}
