import { respond } from '@/app/api/respond'
import { oembedSize } from '@/lib/api/chart-paths'
import { Problem } from '@/lib/api/problem'
import { chartBySlug } from '@/lib/charts/catalogue'
import { askedView } from '@/lib/charts/load/parse-request'
import { embedHref, siblingHref } from '@/lib/charts/query/links'
import { RefusedQuery } from '@/lib/charts/query/refused-query'
import { escapeXml } from '@/lib/format/escape-xml'
import { requestContext } from '@/lib/server/request-context'

export const dynamic = 'force-dynamic'

const boundOf = (query: URLSearchParams, name: string, standard: number): number => {
  const text = query.get(name)
  if (text === null) return standard
  if (!/^\d{3,4}$/.test(text)) throw new Problem('bad-parameter', `\`${name}\` may be 100 to 9999.`)
  return Math.min(standard, Number(text))
}

/** The frame of a chart's address, for whatever turns links into frames (oEmbed 1.0, JSON). */
export const GET = (request: Request): Promise<Response> =>
  respond(async () => {
    const query = new URL(request.url).searchParams
    const { origin } = requestContext(request.headers)
    const asked = query.get('url') ?? ''
    const ours = '`url` may be the address of a chart on this site.'
    if (origin === null || !URL.canParse(asked)) throw new Problem('bad-parameter', ours)
    if ((query.get('format') ?? 'json') !== 'json') throw new Problem('bad-parameter', '`format` may be json.')
    const url = new URL(asked)
    const [, chinese, slug = ''] = /^(\/zh-Hant)?\/charts\/([a-z0-9-]{1,60})$/.exec(url.pathname) ?? []
    const chart = chartBySlug(slug)
    if (url.origin !== origin || chart === undefined) throw new Problem('bad-parameter', ours)
    const locale = chinese === undefined ? 'en' : 'zh-Hant'
    const view = await askedView(chart, url.searchParams, locale).catch((error: unknown) => {
      throw error instanceof RefusedQuery ? new Problem('bad-parameter', ours) : error
    })
    const { title } = chart.text[locale]
    const width = boundOf(query, 'maxwidth', oembedSize.width)
    const height = boundOf(query, 'maxheight', oembedSize.height)
    const src = origin + embedHref(chart, { ...view, locale })
    return {
      version: '1.0',
      type: 'rich',
      title,
      provider_name: 'Sparkscope',
      provider_url: origin,
      html: `<iframe src="${escapeXml(src)}" title="${escapeXml(title)} · Sparkscope" width="${width}" height="${height}" loading="lazy" style="border:0;max-width:100%"></iframe>`,
      width,
      height,
      thumbnail_url: origin + siblingHref(locale, chart, view, 'png'),
      thumbnail_width: 1200,
      thumbnail_height: 630,
      cache_age: 300,
    }
  })
