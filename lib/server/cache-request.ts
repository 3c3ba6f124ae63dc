import type { CanonicalUrl } from './canonical'

/** Next's own request headers that change its answer. */
const routerHeaderNames = [
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

/** Whether Next's router asks in a page that stands already, for data instead of a document. */
export const isRouterRequest = ({ headers }: CacheRequest): boolean => headers.rsc !== undefined

export const routerHeaders = (request: CacheRequest): Readonly<Record<string, string>> =>
  Object.fromEntries(
    isRouterRequest(request)
      ? routerHeaderNames.flatMap((name) => {
          const value = request.headers[name]
          return typeof value === 'string' ? [[name, value]] : []
        })
      : [],
  )

/** Equal for requests that get the same answer; of nothing that a visitor can invent beyond what routes.ts knows. */
export const cacheKey = (request: CacheRequest): string => {
  const { origin, route } = request
  const key = `${origin ?? ''} ${route.path}${route.search}`
  return isRouterRequest(request) ? `${key} ${JSON.stringify(routerHeaders(request))}` : key
}
