import { createTranslator } from 'next-intl'
import type { Problem, ProblemCode } from '@/lib/api/problem'
import type { Chart } from '@/lib/charts/define/define-chart'
import type { Frame, Model } from '@/lib/charts/layout/chart-layout'
import { hoverOf } from '@/lib/charts/layout/crosshair-readings'
import { frames } from '@/lib/charts/layout/sizes'
import { chartHref, embedHref, siblingHref } from '@/lib/charts/query/links'
import { isPinned, type View, type ViewTheme } from '@/lib/charts/query/view'
import { chartStyle, documentFaces } from '@/lib/charts/render/palette'
import { paintSvg } from '@/lib/charts/render/svg'
import { paintTable, tableHtml } from '@/lib/charts/render/table'
import { escapeXml } from '@/lib/format/escape-xml'
import { href, type Locale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { getAppRuntime } from '@/lib/server/app-runtime'
import { freshnessOf } from '@/lib/snapshot/freshness'
import { pinOf } from '../../../app/chart-figure'
import { modelOf } from '../layout/draw'
import type { Loaded } from '../load/load-chart'
import { RefusedQuery } from '../query/refused-query'
import { frameScript } from './embed-script'

/** Words of a frame, which stands outside the pages and their provider. */
export const wordsOf = (locale: Locale) =>
  createTranslator({ locale, messages: messages[locale], namespace: 'charts', timeZone: 'UTC' })

const style = (theme: ViewTheme): string =>
  `${chartStyle(theme)}:root{color-scheme:${theme === 'auto' ? 'light dark' : theme}}` +
  `*{box-sizing:border-box;margin:0}html,body,main{height:100%}` +
  `body{font:13px/1.45 ${documentFaces};font-variant-numeric:tabular-nums;background:var(--card);color:var(--ink)}` +
  `figure{min-height:100%;height:100%;display:flex;flex-direction:column;gap:6px;padding:10px 12px 8px}` +
  `h1{font-size:15px;line-height:1.3}.c,footer,nav{color:var(--muted)}` +
  `nav{display:flex;flex-wrap:wrap;gap:2px 14px;font-size:12px}nav span{display:flex;gap:8px}a{color:inherit}nav a{text-decoration:none}nav a[aria-current]{color:var(--ink);border-bottom:2px solid var(--ember)}` +
  `.p{position:relative;flex:1 1 0;min-height:96px}.x,.w,div.n{height:100%;max-width:1240px;margin:auto}.w,div.n{display:none}div.n{max-width:480px}.p svg{display:block;width:100%;height:100%;overflow:visible}` +
  `footer{display:flex;flex-wrap:wrap;gap:1px 10px;border-top:1px solid var(--rule);padding-top:5px;font-size:11.5px}` +
  `.k{border:1px solid var(--rule);border-radius:2px;padding:0 4px}.f::before,.o::before{content:'';display:inline-block;width:7px;height:7px;margin-right:5px;border-radius:50%;border:2px solid var(--savings);background:var(--savings)}.o::before{border-color:var(--liquidity);background:none}` +
  `#t{position:absolute;top:0;background:var(--card);border:1px solid var(--edge);border-radius:4px;padding:5px 8px;font-size:11.5px;pointer-events:none;white-space:nowrap;max-width:100%}#t div{display:flex;justify-content:space-between;gap:12px}#t i{display:inline-block;width:8px;height:8px;border-radius:2px;margin-right:5px}` +
  // The table stands in the picture's place: the frame's height is not ours to change.
  `details{font-size:11.5px;color:var(--muted)}summary{cursor:pointer}details[open]{flex:1 1 0;min-height:96px;overflow:auto}details[open] summary{position:sticky;left:0}figure:has([open]) .p{display:none}` +
  `table{border-collapse:collapse;color:var(--ink);margin-top:4px}caption{position:absolute;clip-path:inset(50%)}th,td{padding:2px 14px 2px 0;text-align:left;font-weight:400;white-space:nowrap;border-bottom:1px solid var(--rule)}thead th{color:var(--muted)}td.n,th.n{text-align:right}` +
  `:focus-visible{outline:2px solid var(--ember);outline-offset:1px}` +
  `@media(max-width:859px){.x{display:none}.w{display:block}}@media(max-width:559px){.w{display:none}div.n{display:block}}` +
  `@media(max-height:360px){nav,.c,.s{display:none}}`

type DocumentParts = {
  readonly locale: Locale
  readonly theme: ViewTheme
  readonly title: string
  readonly nonce: string
  readonly body: string
}

const documentOf = ({ locale, theme, title, nonce, body }: DocumentParts): string =>
  `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">` +
  `<meta name="robots" content="noindex"><title>${escapeXml(title)} · Sparkscope</title><style nonce="${nonce}">${style(theme)}</style></head><body><main>${body}</main></body></html>`

const outside = 'target="_blank" rel="noopener"'

/** Range, scale and mode as links within the frame. */
const controls = (chart: Chart, view: View, locale: Locale): string => {
  const t = wordsOf(locale)
  const linear =
    chart.symbol ?? t(`scales.${chart.unit === 'usd' ? 'usd' : chart.unit === 'ratio' ? 'ratio' : 'amount'}`)
  const group = (label: string, links: readonly (readonly [name: string, to: View, on: boolean])[]): string =>
    links.length < 2
      ? ''
      : `<span role="group" aria-label="${escapeXml(label)}">${links
          .map(
            ([name, to, on]) =>
              `<a href="${escapeXml(embedHref(chart, to))}" rel="nofollow"${on ? ' aria-current="true"' : ''}>${escapeXml(name)}</a>`,
          )
          .join('')}</span>`
  return `<nav aria-label="${escapeXml(t('tools'))}">${[
    group(
      t('mode'),
      chart.view.modes.map((mode) => [
        chart.text[locale].modes[mode] ?? mode,
        { ...view, mode, hide: [], add: [] },
        mode === view.mode,
      ]),
    ),
    group(
      t('range'),
      chart.view.ranges.map((range) => [t(`ranges.${range}`), { ...view, range }, range === view.range]),
    ),
    group(
      t('scale'),
      chart.view.scales.map((scale) => [
        scale === 'linear' ? linear : t(`scales.${scale}`),
        { ...view, scale },
        scale === view.scale,
      ]),
    ),
  ].join('')}</nav>`
}

/** As-of, freshness, class, source, and where to check it: inside the frame, for nobody reads what is outside. */
const foot = (loaded: Loaded, model: Model, locale: Locale): string => {
  const t = wordsOf(locale)
  const { chart, view } = loaded
  const chains = freshnessOf(getAppRuntime().latest())
  const fresh = chains.filter(({ state }) => state === 'fresh').length
  const state = isPinned(view)
    ? `<span>${escapeXml(t('embed.pinned'))}</span>`
    : `<span class="${fresh === chains.length ? 'f' : 'o'}">${escapeXml(t('fresh', { fresh, of: chains.length }))}</span>`
  const kinds = model.classes.map((kind) => `<span class="k">${escapeXml(messages[locale].common.class[kind])}</span>`)
  const pin = view.pin ?? pinOf(loaded, model.x.from)
  const verify = chartHref(locale, chart, { ...view, pin })
  return (
    `<footer><span>${escapeXml(model.asOf.text)}</span>${state}${kinds.join('')}<span class="s">${escapeXml(model.method)}</span>` +
    `<span class="s">${escapeXml(t('embed.source', { source: model.source }))}</span>` +
    `<a href="${escapeXml(`${verify}#series`)}" title="${escapeXml(t('embed.verify-what'))}" ${outside}>${escapeXml(t('embed.verify'))}</a>` +
    `<a href="${escapeXml(chartHref(locale, chart, view))}" ${outside}>Sparkscope</a></footer>`
  )
}

/** The newest readings, without a script; the rest stands in the CSV. */
const table = ({ chart, view }: Loaded, model: Model, locale: Locale): string => {
  const t = wordsOf(locale)
  const painted = paintTable(model, { most: 12 })
  const shown = painted.rows.length
  const said = shown < painted.of ? t('table.some', { shown, count: painted.of }) : t('table.what', { count: shown })
  return (
    `<details><summary>${escapeXml(t('table.title'))}</summary><p>${escapeXml(said)} ` +
    `<a href="${escapeXml(siblingHref(locale, chart, view, 'csv'))}" ${outside}>CSV</a></p>${tableHtml(painted)}</details>`
  )
}

/** Beside another block a chart is wide; in a frame of its own there is height to fill. */
const paintings = {
  x: frames.page,
  w: { ...frames.column, height: 370 },
  n: frames.phone,
} as const satisfies Readonly<Record<string, Frame>>

/** For the script: places as thousandths of the plot, so that one list serves every picture. */
const hoverJson = (models: Readonly<Record<keyof typeof paintings, Model>>): string => {
  const { plot, x, time, values, series } = hoverOf(models.w, { apart: 4, withBlocks: false })
  const box = ({ plot: { left, top, right, bottom } }: Model) => [left, top, right, bottom]
  const said = {
    id: models.w.slug,
    p: { x: box(models.x), w: box(models.w), n: box(models.n) },
    x: x.map((px) => Math.round(((px - plot.left) / (plot.right - plot.left)) * 1000)),
    t: time,
    s: series.map(({ name, colour }) => [name, colour]),
    v: series.map((_, i) => values.map((row) => row[i] ?? '')),
  }
  return JSON.stringify(said).replaceAll('<', '\\u003c')
}

/** A chart's frame as one document: complete before any script, nothing to fetch, its script inside. */
export const frameDocument = (loaded: Loaded, nonce: string): string => {
  const { chart, view } = loaded
  const { locale, theme } = view
  const models = {
    x: modelOf(loaded, locale, paintings.x),
    w: modelOf(loaded, locale, paintings.w),
    n: modelOf(loaded, locale, paintings.n),
  }
  const painted = Object.entries(models).map(
    ([name, model]) => `<div class="${name}">${paintSvg(model, { theme: 'auto', fontMode: 'web', id: name })}</div>`,
  )
  const { title, caption } = models.w
  const body =
    `<figure><figcaption><h1>${escapeXml(title)}</h1><p class="c">${escapeXml(caption)}</p></figcaption>` +
    (view.controls ? controls(chart, view, locale) : '') +
    `<div class="p" tabindex="0" role="group" aria-label="${escapeXml(wordsOf(locale)('embed.read'))}">${painted.join('')}<div id="t" role="status" hidden></div></div>` +
    `${table(loaded, models.w, locale)}${foot(loaded, models.w, locale)}</figure>` +
    `<script type="application/json" id="h">${hoverJson(models)}</script><script nonce="${nonce}">${frameScript}</script>`
  return documentOf({ locale, theme, title, nonce, body })
}

/** Why there is no chart in the frame: a sentence for each thing wrong, in its language. */
export const refusalWords = (locale: Locale, problem: Problem): readonly string[] => {
  const t = wordsOf(locale)
  if (problem instanceof RefusedQuery)
    return problem.problems.map(({ parameter, allowed }) => t('bad.may', { parameter, allowed: allowed[locale] }))
  const said: Readonly<Record<ProblemCode, string>> = {
    'bad-parameter': t('bad.sentence'),
    'unknown-number': t('bad.sentence'),
    'unknown-metric': t('bad.sentence'),
    'unknown-snapshot': t('bad.unknown'),
    'not-found': t('embed.no-chart'),
    'not-ready': t('embed.waiting'),
    busy: t('away'),
    'store-unavailable': t('away'),
    internal: messages[locale].errors.error.sentence,
  }
  return [said[problem.code]]
}

/** The frame in which there is no chart, in our words alone. */
export const refusalDocument = (locale: Locale, said: readonly string[], nonce: string): string => {
  const t = wordsOf(locale)
  const body =
    `<figure><h1>${escapeXml(t('embed.refused'))}</h1>${said.map((each) => `<p>${escapeXml(each)}</p>`).join('')}` +
    `<p><a href="${href(locale, '/charts')}" ${outside}>${escapeXml(t('embed.charts'))} · Sparkscope</a></p></figure>`
  return documentOf({ locale, theme: 'auto', title: t('embed.refused'), nonce, body })
}
