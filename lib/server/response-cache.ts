import { LruCache } from '../lru-cache'
import { type CacheRequest, cacheKey, isRouterRequest } from './cache-request'
import { cacheSeconds } from './lifetimes'
import { type Asker, createResponseMaker, type MakeOptions } from './make-response'
import type { PreparedResponse } from './prepared-response'

export type ResponseCacheOptions = MakeOptions & {
  /** Id of the newest snapshot, or null before the first: everything live is made anew when it changes. */
  version(): string | null
  /** Of everything cached. */
  readonly maxBytes: number
  /** Milliseconds; for tests. */
  now?(): number
}

/** How long an older answer stands in for one that could not be made. */
const staleSeconds = 2

type CacheEntry = PreparedResponse & { readonly version: string | null; readonly until: number }
type Pending = {
  readonly version: string | null
  readonly answer: Promise<PreparedResponse>
  /** How many wait for the answer; with none left it is given up. */
  readers: number
  readonly abandoned: AbortController
}

export type ResponseCache = {
  /** `asker.signal` is aborted where this reader leaves. */
  answer(request: CacheRequest, asker: Asker): PreparedResponse | Promise<PreparedResponse>
  readonly bytes: number
  readonly count: number
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

/**
 * The bounded cache in front of the upstream. Equal requests share one fill, only 200s are cached, live answers go
 * with their snapshot unless there is none newer to be had.
 */
export const createResponseCache = (options: ResponseCacheOptions): ResponseCache => {
  const now = options.now ?? Date.now
  const make = createResponseMaker(options)
  // Addresses that anyone can invent without end have a cache of their own: they cannot evict the pages all share.
  const caches = {
    common: createCache(options.maxBytes * 0.75),
    unbounded: createCache(options.maxBytes * 0.25),
  }
  const pending = new Map<string, Pending>()
  const shareOf = (request: CacheRequest) =>
    request.route.unbounded || isRouterRequest(request) ? 'unbounded' : 'common'

  const isFresh = (entry: CacheEntry, version: string | null) =>
    entry.until > now() && (entry.immutable || entry.version === version)

  const fill = (request: CacheRequest, key: string, version: string | null, client: string): Pending => {
    const cache = caches[shareOf(request)]
    const abandoned = new AbortController()
    const answer = make(request, { client, signal: abandoned.signal }, version !== null).then((prepared) => {
      const { kind } = request.route
      const seconds = cacheSeconds({ kind, pinned: prepared.immutable }, version !== null)
      if (prepared.pageStatus === 200) cache.set(key, { ...prepared, version, until: now() + seconds * 1000 })
      const last = prepared.pageStatus >= 500 && !abandoned.signal.aborted ? cache.get(key) : undefined
      if (last === undefined) return prepared
      // what was known before still stands; asked again soon
      cache.set(key, { ...last, version, until: now() + staleSeconds * 1000 })
      return last
    })
    const entry: Pending = { version, answer, readers: 0, abandoned }
    const forget = () => {
      if (pending.get(key) === entry) pending.delete(key)
    }
    pending.set(key, entry)
    abandoned.signal.addEventListener('abort', forget)
    answer.then(forget, forget)
    return entry
  }

  /** One reader more waits for the answer, until it is there or the reader leaves. */
  const wait = (entry: Pending, { signal }: Asker): Promise<PreparedResponse> => {
    const leave = () => {
      entry.readers -= 1
      if (entry.readers === 0) entry.abandoned.abort()
    }
    entry.readers += 1
    signal.addEventListener('abort', leave, { once: true })
    return entry.answer.finally(() => signal.removeEventListener('abort', leave))
  }

  return {
    answer(request, asker) {
      const key = cacheKey(request)
      const version = options.version()
      const entry = caches[shareOf(request)].get(key)
      if (entry !== undefined && isFresh(entry, version)) return entry
      const inFlight = pending.get(key)
      return wait(inFlight?.version === version ? inFlight : fill(request, key, version, asker.client), asker)
    },
    get bytes() {
      return caches.common.size + caches.unbounded.size
    },
    get count() {
      return caches.common.count + caches.unbounded.count
    },
  }
}
