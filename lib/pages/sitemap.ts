import { charts } from '../charts/catalogue'
import { href, locales } from '../i18n/locales'
import type { NumberIndex } from '../numbers/number-index'
import { type PageDefinition, pageDefinition, pageNames } from '../pages'

const isPlain = (text: string): boolean => /^[A-Za-z0-9]+$/.test(text)

type List = NonNullable<PageDefinition['sitemap']>

/** The paths that each kind of entry in the manifest stands for. */
const paths: Readonly<Record<List, (path: string, numbers: NumberIndex | null) => readonly string[]>> = {
  itself: (path) => [path],
  charts: () => charts.map(({ slug }) => `/charts/${slug}`),
  reserves: (_, numbers) =>
    (numbers?.of('lend.supplied') ?? [])
      .filter(({ key }) => isPlain(key))
      .map(({ chain, key }) => `/lend/${chain}/${key}`),
}

/** Lists that grow with the data come last. */
const order: readonly List[] = ['itself', 'charts', 'reserves']

const sitemapPaths = (numbers: NumberIndex | null): readonly string[] =>
  order.flatMap((list) =>
    pageNames
      .map(pageDefinition)
      .filter(({ sitemap }) => sitemap === list)
      .flatMap(({ path }) => paths[list](path, numbers)),
  )

const urlOf = (origin: string, path: string): string => {
  const alternates = locales
    .map((locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${origin}${href(locale, path)}"/>`)
    .join('')
  return locales.map((locale) => `<url><loc>${origin}${href(locale, path)}</loc>${alternates}</url>`).join('\n')
}

/** All pages in both languages, as sitemaps.org wants them. */
export const sitemapXml = (origin: string, numbers: NumberIndex | null): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${sitemapPaths(numbers)
  .map((path) => urlOf(origin, path))
  .join('\n')}
</urlset>
`
