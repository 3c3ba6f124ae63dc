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

/** What is asked: an address, and the side lengths of its embed at most. */
export type OembedQuery = { readonly url: string; readonly maxwidth: number; readonly maxheight: number }

const notOurs = () => new ChartError('bad-parameter', '`url` may be the address of a chart on this site.')

type Address = { readonly chart: Chart; readonly locale: Locale; readonly search: URLSearchParams }

/** The chart, language and query of a page's address on this site. */
const parseAddress = (origin: string, text: string): Address => {
  const url = new URL(text)
  const [, chinese, slug = ''] = /^(\/zh-Hant)?\/charts\/([a-z0-9-]{1,60})$/.exec(url.pathname) ?? []
  const chart = chartBySlug(slug)
  if (url.origin !== origin || chart === undefined) throw notOurs()
  return { chart, locale: chinese === undefined ? 'en' : 'zh-Hant', search: url.searchParams }
}

/** The embed of a chart's address, for whatever turns links into embeds (oEmbed 1.0). @throws ChartError */
export const chartOembed = async (source: ChartSource, origin: string | null, query: OembedQuery) => {
  if (origin === null) throw notOurs()
  const { chart, locale, search } = parseAddress(origin, query.url)
  const view = await parseChartView(source, chart, search, { locale }).catch((error: unknown) => {
    throw error instanceof BadViewError ? notOurs() : error
  })
  const { title } = chart.text[locale]
  const { maxwidth: width, maxheight: height } = query
  const src = `${origin}${embedHref(chart, { ...view, locale })}`
  return {
    version: '1.0' as const,
    type: 'rich' as const,
    title,
    provider_name: 'Sparkscope' as const,
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
