import { LruCache } from '../lru-cache'
import type { CanonicalUrl } from './canonical'
import { createNonce } from './content-security-policy'
import { FillError, fillFrom, limitFills, type Upstream } from './fill'
import { withSheets } from './inline-sheets'
import { cacheSeconds } from './lifetimes'
import { type PageUpstreamResponse, withPageResponse } from './page-response-storage'
import { type PreparedResponse, prepareResponse, refusalResponse } from './prepared-response'
import { contextHeaders } from './request-context'

/** Next's own request headers that change its answer. */
const routerHeaders = [
  'rsc',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-router-state-tree',
  'next-url',
] as const

export type CacheRequest = {
  readonly route: CanonicalUrl
  /** The request's headers; only Next's router headers are looked at. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** Next's own `_rsc` parameter, which its answer depends on; where the request has one. */
  readonly rscParam: string | null
  /** Public origin that absolute links may use; null where none is known. */
  readonly origin: string | null
}

export type ResponseCacheOptions = {
  readonly upstream: Upstream
  /** Id of the newest snapshot, or null before the first: everything live is made anew when it changes. */
  version(): string | null
  readonly secure: boolean
  /** Of everything cached. */
  readonly maxBytes: number
  /** Seconds after which making an answer is given up. */
  readonly fillSeconds: number
  /** Milliseconds; for tests. */
  now?(): number
  /** Told of answers that could not be made: path and what kind of failure, never an upstream's words. */
  onFailure?(path: string, failure: string): void
}

/** How long an older answer stands in for one that could not be made. */
const staleSeconds = 2

type CacheEntry = PreparedResponse & { readonly version: string | null; readonly until: number }
type Pending = { readonly version: string | null; readonly answer: Promise<PreparedResponse> }

export type ResponseCache = {
  answer(request: CacheRequest): PreparedResponse | Promise<PreparedResponse>
  readonly bytes: number
  readonly count: number
}

/** What went wrong in words that carry nothing of the error's own message, which may hold a URL with a key. */
const describe = (error: unknown) => {
  if (error instanceof FillError) return error.message
  if (!(error instanceof Error)) return 'unknown failure'
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return [error.name, ...frames.slice(0, 4)].join('\n')
}

/** The query that gives the same page and says nothing of what was asked; null where the page took what it was asked. */
const plainQuery = (search: URLSearchParams, { page }: PageUpstreamResponse): URLSearchParams | null => {
  if (page.refused.length > 0) return new URLSearchParams(page.refused.map((name) => [name, '!']))
  return search.has('sort') && !page.applied.has('sort') ? new URLSearchParams() : null
}

/** Bytes that a key and its place in the map take beside the value: an upper estimate. */
const entryOverhead = 512

/** One answer may take an eighth of the cache. */
const createCache = (max: number) =>
  new LruCache<string, CacheEntry>({
    max,
    largest: max / 8,
    sizeOf: ({ bytes }, key) => bytes + key.length * 2 + entryOverhead,
  })

/** Style sheets of one build; there are a handful. */
const sheetsAtMost = 64

/**
 * The bounded cache in front of the upstream. Equal requests share one fill, only 200s are cached, live answers go
 * with their snapshot unless there is none newer to be had, and a key holds nothing that a visitor can invent beyond
 * what routes.ts knows.
 */
export const createResponseCache = (options: ResponseCacheOptions): ResponseCache => {
  const now = options.now ?? Date.now
  // Addresses that anyone can invent without end have a cache of their own: they cannot evict the pages all share.
  const caches = {
    common: createCache(options.maxBytes * 0.75),
    open: createCache(options.maxBytes * 0.25),
  }
  // And a queue of their own: however many of them are asked for, the pages all share are made beside it.
  const queues = { common: limitFills(8, 512), open: limitFills(4, 128) }
  const pending = new Map<string, Pending>()
  const sheets = new LruCache<string, string>({ max: sheetsAtMost })

  /** A sheet's name holds its hash, so what was read once stays right. */
  const readSheet = async (url: string): Promise<string | null> => {
    const known = sheets.get(url)
    if (known !== undefined) return known
    const headers = { host: 'localhost', accept: 'text/css' }
    const { status, body } = await queues.common(() =>
      fillFrom(options.upstream, { url, headers, seconds: options.fillSeconds }),
    )
    if (status !== 200) return null
    const css = body.toString('utf8')
    sheets.set(url, css)
    return css
  }

  const shareOf = ({ route, headers }: CacheRequest) => (route.open || headers.rsc !== undefined ? 'open' : 'common')
  const cacheOf = (request: CacheRequest) => caches[shareOf(request)]

  const make = async (
    request: CacheRequest,
    router: Readonly<Record<string, string>>,
    hasSnapshot: boolean,
  ): Promise<PreparedResponse> => {
    const { route, rscParam, origin } = request
    const site = { secure: options.secure, hasSnapshot }
    const nonce = createNonce()
    const search = new URLSearchParams(route.search)
    if (router.rsc !== undefined && rscParam !== null) search.set('_rsc', rscParam)
    const headers = {
      ...router,
      host: origin === null ? 'localhost' : new URL(origin).host,
      accept: '*/*',
      ...contextHeaders({ nonce, origin, navigated: router.rsc !== undefined }),
    }
    const fill = (query: URLSearchParams) => {
      const url = query.size === 0 ? route.path : `${route.path}?${query}`
      const upstreamRequest = { url, headers, seconds: options.fillSeconds }
      return queues[shareOf(request)](() => withPageResponse(() => fillFrom(options.upstream, upstreamRequest)))
    }
    try {
      const filled = await fill(search)
      // Next writes a page's query into it: what was asked wrongly is asked again as plain nonsense, and so not repeated.
      // The router's data is not: it must be of the query that the router asked for.
      const plain = router.rsc === undefined ? plainQuery(search, filled) : null
      const answered = plain === null ? filled : await fill(plain)
      return await prepareResponse(await withSheets(answered, nonce, readSheet), route, site, nonce)
    } catch (error) {
      options.onFailure?.(route.path, describe(error))
      return refusalResponse(error instanceof FillError ? 503 : 500, route, site)
    }
  }

  const isFresh = (entry: CacheEntry, version: string | null) =>
    entry.until > now() && (entry.immutable || entry.version === version)

  const fill = (
    request: CacheRequest,
    key: string,
    router: Readonly<Record<string, string>>,
    version: string | null,
  ) => {
    const cache = cacheOf(request)
    const answer = make(request, router, version !== null).then((prepared) => {
      const { kind } = request.route
      const seconds = cacheSeconds({ kind, pinned: prepared.immutable }, version !== null)
      if (prepared.pageStatus === 200) cache.set(key, { ...prepared, version, until: now() + seconds * 1000 })
      const last = prepared.pageStatus >= 500 ? cache.get(key) : undefined
      if (last === undefined) return prepared
      // what was known before still stands; asked again soon
      cache.set(key, { ...last, version, until: now() + staleSeconds * 1000 })
      return last
    })
    const entry = { version, answer }
    pending.set(key, entry)
    return answer.finally(() => {
      if (pending.get(key) === entry) pending.delete(key)
    })
  }

  return {
    answer(request) {
      const router: Record<string, string> = {}
      let key = `${request.origin ?? ''} ${request.route.path}${request.route.search}`
      if (request.headers.rsc !== undefined) {
        for (const name of routerHeaders) {
          const value = request.headers[name]
          if (typeof value === 'string') router[name] = value
        }
        key += ` ${JSON.stringify(router)}`
      }
      const version = options.version()
      const entry = cacheOf(request).get(key)
      if (entry !== undefined && isFresh(entry, version)) return entry
      const inFlight = pending.get(key)
      return inFlight?.version === version ? inFlight.answer : fill(request, key, router, version)
    },
    get bytes() {
      return caches.common.size + caches.open.size
    },
    get count() {
      return caches.common.count + caches.open.count
    },
  }
}
