import { originOf } from '@/app/origin'
import { sections } from '@/components/layout/nav'
import { charts } from '@/lib/charts/catalogue'
import { href, locales } from '@/lib/i18n/locales'
import { numbersOf } from '@/lib/numbers/number-index'
import { getAppRuntime } from '@/lib/server/app-runtime'

export const dynamic = 'force-dynamic'

const urlOf = (origin: string, path: string): string => {
  const alternates = locales
    .map((locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${origin}${href(locale, path)}"/>`)
    .join('')
  return locales.map((locale) => `<url><loc>${origin}${href(locale, path)}</loc>${alternates}</url>`).join('\n')
}

const isPlain = (text: string): boolean => /^[A-Za-z0-9]+$/.test(text)

/** All pages in both languages, the reserves' own included. 404 where this site's public address is not known. */
export const GET = (request: Request): Response => {
  const origin = originOf(request)
  if (!origin) return new Response('SITE_URL is not set.\n', { status: 404 })
  const snapshot = getAppRuntime().latest()
  const reserves = snapshot ? numbersOf(snapshot).of('lend.supplied') : []
  const paths = [
    ...sections.map(({ path }) => path),
    ...charts.map(({ slug }) => `/charts/${slug}`),
    ...reserves.filter(({ key }) => isPlain(key)).map(({ chain, key }) => `/lend/${chain}/${key}`),
  ]
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${paths.map((path) => urlOf(origin, path)).join('\n')}
</urlset>
`
  return new Response(body, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
