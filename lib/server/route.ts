/**
 * What kind of answer a route gives; `headers.ts` says what each kind tells browsers and caches.
 * `frame` may stand in other sites; `status` speaks of this second; `static` never changes under its name.
 */
export type RouteKind = 'page' | 'api' | 'status' | 'frame' | 'sibling' | 'static' | 'asset'

export type Route = {
  /** Matched against the path without its language. */
  readonly path: RegExp
  readonly kind: RouteKind
  /** Query parameters the route knows: any other never reaches it, nor the key of the cache. */
  readonly params: readonly string[]
  /** Parameters that may repeat and whose order means nothing. */
  readonly sets?: readonly string[]
  /** Parameters of which only the first value counts, and nothing of another shape. */
  readonly shapes?: Readonly<Record<string, RegExp>>
  /** Anyone can name endlessly many paths of it (an address, an id): kept apart, so that they never push out the rest. */
  readonly unbounded?: true
}
