import { viewParamNames } from '../charts/query/params'
import { pageRoutes } from './page-routes'
import type { Route } from './route'

const view: readonly string[] = viewParamNames
const filters = ['metric', 'chain', 'key', 'line']

/** Pages whose path ends in a slug or an id, and those of one path; the page of all other paths comes last. */
const [pages, anyPath] = [pageRoutes.slice(0, -1), pageRoutes.slice(-1)]

/** First match wins. A handler's new parameter needs its name here, or the handler never sees it; a page's, in lib/pages.ts. */
export const routes: readonly Route[] = [
  { path: /^\/_next\/static\/.+$/, kind: 'static', params: [] },
  { path: /^\/api\/v1\/numbers$/, kind: 'api', params: [...filters, 'at'], sets: filters },
  { path: /^\/api\/v1\/numbers\/[^/]+$/, kind: 'api', params: ['at'], unbounded: true },
  { path: /^\/api\/v1\/numbers\/[^/]+\/request$/, kind: 'api', params: ['at', 'chain'], unbounded: true },
  {
    path: /^\/api\/v1\/series$/,
    kind: 'api',
    params: ['number', 'from', 'to', 'every', 'points', 'format', 'decimal'],
    sets: ['number'],
  },
  { path: /^\/api\/v1\/metrics(\/[^/]+)?$/, kind: 'api', params: [] },
  { path: /^\/api\/v1\/status$/, kind: 'status', params: [] },
  { path: /^\/api\/v1\/openapi\.json$/, kind: 'api', params: [] },
  { path: /^\/api\/oembed$/, kind: 'api', params: ['url', 'maxwidth', 'maxheight', 'format'], unbounded: true },
  { path: /^\/api(\/.*)?$/, kind: 'api', params: [], unbounded: true },
  { path: /^\/embed\/v1\/[^/]+$/, kind: 'frame', params: view },
  { path: /^\/embed(\/.*)?$/, kind: 'frame', params: [], unbounded: true },
  { path: /^\/charts\/[^/.]+\.(svg|png|csv|json)$/, kind: 'sibling', params: [...view, 'frame', 'decimal'] },
  { path: /^\/cards\/.+\.png$/, kind: 'sibling', params: [], unbounded: true },
  { path: /^\/embed\.js$/, kind: 'sibling', params: [] },
  ...pages,
  { path: /^\/[^/]+\.(svg|png|ico|xml|txt|webmanifest|woff2?|jpg|webp)$/, kind: 'asset', params: [] },
  { path: /^\/.+\.(svg|png|ico|woff2?|jpg|webp)$/, kind: 'asset', params: [] },
  ...anyPath,
]
