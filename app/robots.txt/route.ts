import { requestContext } from '@/lib/server/request-context'

export const dynamic = 'force-dynamic'

/** Everything may be read; the API and the frames are no pages to list, but previews of links are made of some of it. */
export const GET = (request: Request): Response => {
  const { origin } = requestContext(request.headers)
  const lines = [
    'User-agent: *',
    'Allow: /',
    'Allow: /api/oembed',
    'Disallow: /api/',
    'Disallow: /embed/',
    'Disallow: /*?sort=',
  ]
  const sitemap = origin ? ['', `Sitemap: ${origin}/sitemap.xml`] : []
  return new Response(`${[...lines, ...sitemap].join('\n')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
