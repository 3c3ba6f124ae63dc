import { LruCache } from '../lru-cache'
import { type CacheRequest, isRouterRequest, routerHeaders } from './cache-request'
import { createNonce } from './content-security-policy'
import { FillError, fillFrom, type Upstream } from './fill'
import { withSheets } from './inline-sheets'
import { type Lanes, laneOf, weightOf } from './lanes'
import { type PageUpstreamResponse, withPageResponse } from './page-response-storage'
import { type PreparedResponse, prepareResponse, refusalResponse, type Site } from './prepared-response'
import { contextHeaders } from './request-context'
import { QueueError } from './work-queue'

export type MakeOptions = {
  readonly upstream: Upstream
  /** Where the work waits for its turn. */
  readonly lanes: Lanes
  readonly secure: boolean
  /** Seconds after which making an answer is given up. */
  readonly fillSeconds: number
  /** Told of answers that could not be made: path and what kind of failure, never an upstream's words. */
  onFailure?(path: string, failure: string): void
}

/** For whom an answer is made. */
export type Asker = {
  /** Readers who are told apart share the work fairly. */
  readonly client: string
  /** Aborted once nobody waits for the answer. */
  readonly signal: AbortSignal
}

/** Style sheets of one build; there are a handful. */
const sheetsAtMost = 64

/** What went wrong in words that carry nothing of the error's own message, which may hold a URL with a key. */
const describe = (error: unknown) => {
  if (error instanceof FillError || error instanceof QueueError) return error.message
  if (!(error instanceof Error)) return 'unknown failure'
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return [error.name, ...frames.slice(0, 4)].join('\n')
}

/** The query that gives the same page and repeats nothing of what was asked; null where the page took what it was asked. */
const plainQuery = (search: URLSearchParams, { page }: PageUpstreamResponse): URLSearchParams | null => {
  if (page.refused.length > 0) return new URLSearchParams(page.refused.map((name) => [name, '!']))
  return search.has('sort') && !page.applied.has('sort') ? new URLSearchParams() : null
}

/** Asks the upstream in its turn and makes its answer ready to be sent; what fails becomes a refusal. */
export const createResponseMaker = ({ upstream, lanes, secure, fillSeconds: seconds, onFailure }: MakeOptions) => {
  const sheets = new LruCache<string, string>({ max: sheetsAtMost })

  /** A sheet's name holds its hash, so what was read once stays right. */
  const readSheet = async (url: string, signal: AbortSignal): Promise<string | null> => {
    const known = sheets.get(url)
    if (known !== undefined) return known
    const headers = { host: 'localhost', accept: 'text/css' }
    const { status, body } = await fillFrom(upstream, { url, headers, seconds, signal })
    if (status !== 200) return null
    const css = body.toString('utf8')
    sheets.set(url, css)
    return css
  }

  const make = async (request: CacheRequest, site: Site, signal: AbortSignal): Promise<PreparedResponse> => {
    const { route, rscParam, origin } = request
    const navigated = isRouterRequest(request)
    const nonce = createNonce()
    const headers = {
      ...routerHeaders(request),
      host: origin === null ? 'localhost' : new URL(origin).host,
      accept: '*/*',
      ...contextHeaders({ nonce, origin, navigated }),
    }
    const fill = (query: URLSearchParams) => {
      signal.throwIfAborted()
      const url = query.size === 0 ? route.path : `${route.path}?${query}`
      return withPageResponse(() => fillFrom(upstream, { url, headers, seconds, signal }))
    }
    const search = new URLSearchParams(route.search)
    if (navigated && rscParam !== null) search.set('_rsc', rscParam)
    const filled = await fill(search)
    // Next writes a page's query into it: what was asked wrongly is asked again as plain nonsense, and so not repeated.
    // The router's data is not: it must be of the query that the router asked for.
    const plain = navigated ? null : plainQuery(search, filled)
    const answered = plain === null ? filled : await fill(plain)
    const whole = await withSheets(answered, nonce, (url) => readSheet(url, signal))
    signal.throwIfAborted()
    return prepareResponse(whole, route, site, nonce)
  }

  return async (request: CacheRequest, asker: Asker, hasSnapshot: boolean): Promise<PreparedResponse> => {
    const site = { secure, hasSnapshot }
    const { client, signal } = asker
    try {
      const job = { client, signal, weight: weightOf(request) }
      return await lanes[laneOf(request)].run(job, () => make(request, site, signal))
    } catch (error) {
      // nobody waits for what was left, so nobody misses it
      if (!signal.aborted) onFailure?.(request.route.path, describe(error))
      if (error instanceof QueueError) return refusalResponse(503, request.route, site, error.message)
      return refusalResponse(error instanceof FillError ? 503 : 500, request.route, site)
    }
  }
}
