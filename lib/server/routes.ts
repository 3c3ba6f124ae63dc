import { viewParamNames } from '../charts/query/params'
import { pageRoutes } from './page-routes'

/**
 * What kind of answer a route gives; `headers.ts` says what each kind tells browsers and caches.
 * `frame` may stand in other sites; `status` speaks of this second; `static` never changes under its name.
 */
export type Kind = 'page' | 'api' | 'status' | 'frame' | 'sibling' | 'static' | 'asset'

export type Route = {
  /** Matched against the path without its language. */
  readonly path: RegExp
  readonly kind: Kind
  /** Query parameters the route knows: any other never reaches it, nor the key of the cache. */
  readonly params: readonly string[]
  /** Parameters that may repeat and whose order means nothing. */
  readonly sets?: readonly string[]
  /** Parameters of which only the first value counts, and nothing of another shape. */
  readonly shapes?: Readonly<Record<string, RegExp>>
  /** Anyone can name endlessly many paths of it (an address, an id): kept apart, so that they never push out the rest. */
  readonly open?: true
}

const view: readonly string[] = viewParamNames
const filters = ['metric', 'chain', 'key', 'line']

/** Pages whose path ends in a slug or an id, and those of one path; the page of all other paths comes last. */
const [pages, anyPath] = [pageRoutes.slice(0, -1), pageRoutes.slice(-1)]

/** First match wins. A handler's new parameter needs its name here, or the handler never sees it; a page's, in lib/pages.ts. */
export const routes: readonly Route[] = [
  { path: /^\/_next\/static\/.+$/, kind: 'static', params: [] },
  { path: /^\/api\/v1\/numbers$/, kind: 'api', params: [...filters, 'at'], sets: filters },
  { path: /^\/api\/v1\/numbers\/[^/]+$/, kind: 'api', params: ['at'], open: true },
  {
    path: /^\/api\/v1\/series$/,
    kind: 'api',
    params: ['number', 'from', 'to', 'every', 'points', 'format'],
    sets: ['number'],
  },
  { path: /^\/api\/v1\/metrics(\/[^/]+)?$/, kind: 'api', params: [] },
  { path: /^\/api\/v1\/status$/, kind: 'status', params: [] },
  { path: /^\/api\/v1\/openapi\.json$/, kind: 'api', params: [] },
  { path: /^\/api\/oembed$/, kind: 'api', params: ['url', 'maxwidth', 'maxheight', 'format'], open: true },
  { path: /^\/api(\/.*)?$/, kind: 'api', params: [], open: true },
  { path: /^\/embed\/v1\/[^/]+$/, kind: 'frame', params: view },
  { path: /^\/embed(\/.*)?$/, kind: 'frame', params: [], open: true },
  { path: /^\/charts\/[^/.]+\.(svg|png|csv|json)$/, kind: 'sibling', params: [...view, 'frame'] },
  { path: /^\/embed\.js$/, kind: 'sibling', params: [] },
  ...pages,
  { path: /^\/[^/]+\.(svg|png|ico|xml|txt|webmanifest|woff2?|jpg|webp)$/, kind: 'asset', params: [] },
  { path: /^\/.+\.(svg|png|ico|woff2?|jpg|webp)$/, kind: 'asset', params: [] },
  ...anyPath,
]
