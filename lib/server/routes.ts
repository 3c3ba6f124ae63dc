import { sortShape } from '../../components/ui/sort'
import { viewParamNames } from '../charts/query/params'

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

/** What a page leaves to its reader and its path; frames and pictures must be told. */
const ofReader: readonly string[] = ['theme', 'locale', 'controls']
const view: readonly string[] = viewParamNames
const pageView = view.filter((name) => !ofReader.includes(name))
const table = { params: ['sort'], shapes: { sort: sortShape } } as const
const filters = ['metric', 'chain', 'key', 'line']

/** First match wins. A new parameter of a page or handler needs its name here, or the page never sees it. */
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
  { path: /^\/api\/v1\/accounts\/[^/]+$/, kind: 'api', params: ['at'], open: true },
  { path: /^\/api\/v1\/openapi\.json$/, kind: 'api', params: [] },
  { path: /^\/api\/oembed$/, kind: 'api', params: ['url', 'maxwidth', 'maxheight', 'format'], open: true },
  { path: /^\/api(\/.*)?$/, kind: 'api', params: [], open: true },
  { path: /^\/embed\/v1\/[^/]+$/, kind: 'frame', params: view },
  { path: /^\/embed(\/.*)?$/, kind: 'frame', params: [], open: true },
  { path: /^\/charts\/[^/.]+\.(svg|png|csv|json)$/, kind: 'sibling', params: [...view, 'frame'] },
  { path: /^\/charts\/[^/.]+$/, kind: 'page', params: pageView },
  { path: /^\/embed\.js$/, kind: 'sibling', params: [] },
  { path: /^\/(lend|savings|liquidity|rwa|spk|governance|risk)$/, kind: 'page', ...table },
  { path: /^\/lend\/[^/]+\/[^/]+$/, kind: 'page', params: [], open: true },
  { path: /^\/numbers\/[^/]+$/, kind: 'page', params: [], open: true },
  { path: /^\/status$/, kind: 'status', params: [] },
  { path: /^\/account(\/[^/]+)?$/, kind: 'page', params: [], open: true },
  { path: /^\/(method|charts)?$/, kind: 'page', params: [] },
  { path: /^\/[^/]+\.(svg|png|ico|xml|txt|webmanifest|woff2?|jpg|webp)$/, kind: 'asset', params: [] },
  { path: /^\/.+\.(svg|png|ico|woff2?|jpg|webp)$/, kind: 'asset', params: [] },
  { path: /^\/.*$/, kind: 'page', params: [], open: true },
]
