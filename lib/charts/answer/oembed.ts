import { escapeXml } from '../../format/escape-xml'
import type { Locale } from '../../format/locale'
import { chartBySlug } from '../catalogue'
import { ChartError } from '../chart-error'
import type { Chart } from '../define/define-chart'
import { parseChartView } from '../load/parse-request'
import type { ChartSource } from '../load/source'
import { BadViewError } from '../query/bad-view'
import { embedHref, siblingHref } from '../query/links'
import { cardSize } from '../render/card'

/** Side lengths of an embed where nothing else is asked for. */
export const oembedSize = { width: 760, height: 500 } as const

const notOurs = () => new ChartError('bad-parameter', '`url` may be the address of a chart on this site.')

const boundOf = (query: URLSearchParams, name: string, standard: number): number => {
  const text = query.get(name)
  if (text === null) return standard
  if (!/^\d{3,4}$/.test(text)) throw new ChartError('bad-parameter', `\`${name}\` may be 100 to 9999.`)
  return Math.min(standard, Number(text))
}

type Address = { readonly chart: Chart; readonly locale: Locale; readonly search: URLSearchParams }

/** The chart, language and query of a page's address on this site. */
const parseAddress = (origin: string | null, text: string): Address => {
  if (origin === null || !URL.canParse(text)) throw notOurs()
  const url = new URL(text)
  const [, chinese, slug = ''] = /^(\/zh-Hant)?\/charts\/([a-z0-9-]{1,60})$/.exec(url.pathname) ?? []
  const chart = chartBySlug(slug)
  if (url.origin !== origin || chart === undefined) throw notOurs()
  return { chart, locale: chinese === undefined ? 'en' : 'zh-Hant', search: url.searchParams }
}

/** The embed of a chart's address, for whatever turns links into embeds (oEmbed 1.0). @throws ChartError */
export const chartOembed = async (source: ChartSource, origin: string | null, query: URLSearchParams) => {
  const { chart, locale, search } = parseAddress(origin, query.get('url') ?? '')
  if ((query.get('format') ?? 'json') !== 'json') throw new ChartError('bad-parameter', '`format` may be json.')
  const view = await parseChartView(source, chart, search, { locale }).catch((error: unknown) => {
    throw error instanceof BadViewError ? notOurs() : error
  })
  const { title } = chart.text[locale]
  const width = boundOf(query, 'maxwidth', oembedSize.width)
  const height = boundOf(query, 'maxheight', oembedSize.height)
  const src = `${origin}${embedHref(chart, { ...view, locale })}`
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Sparkscope',
    provider_url: origin,
    html: `<iframe src="${escapeXml(src)}" title="${escapeXml(title)} · Sparkscope" width="${width}" height="${height}" loading="lazy" style="border:0;max-width:100%"></iframe>`,
    width,
    height,
    thumbnail_url: `${origin}${siblingHref(locale, chart, view, 'png')}`,
    thumbnail_width: cardSize.width,
    thumbnail_height: cardSize.height,
    cache_age: 300,
  }
}
