import { escapeXml } from '../../format/escape-xml'
import { ChartError } from '../chart-error'
import { parseChartView } from '../load/parse-request'
import type { ChartSource } from '../load/source'
import { BadViewError } from '../query/bad-view'
import { embedHref, siblingHref } from '../query/links'
import { cardSize } from '../render/card'
import { parseChartAddress } from './chart-address'

/** What is asked: an address, and the side lengths of its embed at most. */
export type OembedQuery = {
  readonly url: string
  readonly maxwidth?: number | undefined
  readonly maxheight?: number | undefined
}

const notOurs = () => new ChartError('not-found', '`url` may be the address of a chart on this site.')

/** Side lengths of a frame where nothing smaller is asked for. */
const standard = { width: 760, height: 500 } as const

/** A picture is named only where it keeps to what was asked for. */
const thumbnail = (
  url: string,
  { maxwidth = cardSize.width, maxheight = cardSize.height }: OembedQuery,
): { readonly thumbnail_url?: string; readonly thumbnail_width?: number; readonly thumbnail_height?: number } =>
  cardSize.width > maxwidth || cardSize.height > maxheight
    ? {}
    : { thumbnail_url: url, thumbnail_width: cardSize.width, thumbnail_height: cardSize.height }

/** The embed of a chart's address, for whatever turns links into embeds (oEmbed 1.0). @throws ChartError */
export const chartOembed = async (source: ChartSource, origin: string | null, query: OembedQuery) => {
  const address = parseChartAddress(origin, query.url)
  if (origin === null || address === null) throw notOurs()
  const { chart, locale, search } = address
  const view = await parseChartView(source, chart, search, { locale }).catch((error: unknown) => {
    throw error instanceof BadViewError ? notOurs() : error
  })
  const { title } = chart.text[view.locale]
  const width = Math.min(standard.width, query.maxwidth ?? standard.width)
  const height = Math.min(standard.height, query.maxheight ?? standard.height)
  const src = `${origin}${embedHref(chart, view)}`
  return {
    version: '1.0' as const,
    type: 'rich' as const,
    title,
    provider_name: 'Sparkscope' as const,
    provider_url: origin,
    html: `<iframe src="${escapeXml(src)}" title="${escapeXml(title)} · Sparkscope" width="${width}" height="${height}" loading="lazy" frameborder="0" style="border:0;max-width:100%"></iframe>`,
    width,
    height,
    ...thumbnail(`${origin}${siblingHref(view.locale, chart, view, 'png')}`, query),
    cache_age: 300,
  }
}
