import { numbersOf } from '@/lib/numbers/number-index'
import { sitemapXml } from '@/lib/pages/sitemap'
import { getAppRuntime } from '@/lib/server/app-runtime'
import { requestContext } from '@/lib/server/request-context'

export const dynamic = 'force-dynamic'

/** 404 where this site's public address is not known. */
export const GET = (request: Request): Response => {
  const { origin } = requestContext(request.headers)
  if (!origin) return new Response('SITE_URL is not set.\n', { status: 404 })
  const snapshot = getAppRuntime().latest()
  return new Response(sitemapXml(origin, snapshot && numbersOf(snapshot)), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  })
}
