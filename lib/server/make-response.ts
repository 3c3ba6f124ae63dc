import { LruCache } from '../lru-cache'
import { type CacheRequest, isRouterRequest, routerHeaders } from './cache-request'
import { createNonce } from './content-security-policy'
import { FillError, fillFrom, limitFills, type Upstream } from './fill'
import { withSheets } from './inline-sheets'
import { type PageUpstreamResponse, withPageResponse } from './page-response-storage'
import { type PreparedResponse, prepareResponse, refusalResponse } from './prepared-response'
import { contextHeaders } from './request-context'

export type MakeOptions = {
  readonly upstream: Upstream
  readonly secure: boolean
  /** Seconds after which making an answer is given up. */
  readonly fillSeconds: number
  /** Told of answers that could not be made: path and what kind of failure, never an upstream's words. */
  onFailure?(path: string, failure: string): void
}

/** Style sheets of one build; there are a handful. */
const sheetsAtMost = 64

/** What went wrong in words that carry nothing of the error's own message, which may hold a URL with a key. */
const describe = (error: unknown) => {
  if (error instanceof FillError) return error.message
  if (!(error instanceof Error)) return 'unknown failure'
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return [error.name, ...frames.slice(0, 4)].join('\n')
}

/** The query that gives the same page and repeats nothing of what was asked; null where the page took what it was asked. */
const plainQuery = (search: URLSearchParams, { page }: PageUpstreamResponse): URLSearchParams | null => {
  if (page.refused.length > 0) return new URLSearchParams(page.refused.map((name) => [name, '!']))
  return search.has('sort') && !page.applied.has('sort') ? new URLSearchParams() : null
}

/** Asks the upstream and makes its answer ready to be sent; what fails becomes a refusal. */
export const createResponseMaker = ({ upstream, secure, fillSeconds: seconds, onFailure }: MakeOptions) => {
  // Addresses that anyone can invent without end have a queue of their own: the pages all share are made beside it.
  const queues = { common: limitFills(8, 512), unbounded: limitFills(4, 128) }
  const sheets = new LruCache<string, string>({ max: sheetsAtMost })

  /** A sheet's name holds its hash, so what was read once stays right. */
  const readSheet = async (url: string): Promise<string | null> => {
    const known = sheets.get(url)
    if (known !== undefined) return known
    const headers = { host: 'localhost', accept: 'text/css' }
    const { status, body } = await queues.common(() => fillFrom(upstream, { url, headers, seconds }))
    if (status !== 200) return null
    const css = body.toString('utf8')
    sheets.set(url, css)
    return css
  }

  return async (request: CacheRequest, share: keyof typeof queues, hasSnapshot: boolean): Promise<PreparedResponse> => {
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
      const url = query.size === 0 ? route.path : `${route.path}?${query}`
      return queues[share](() => withPageResponse(() => fillFrom(upstream, { url, headers, seconds })))
    }
    const search = new URLSearchParams(route.search)
    if (navigated && rscParam !== null) search.set('_rsc', rscParam)
    const site = { secure, hasSnapshot }
    try {
      const filled = await fill(search)
      // Next writes a page's query into it: what was asked wrongly is asked again as plain nonsense, and so not repeated.
      // The router's data is not: it must be of the query that the router asked for.
      const plain = navigated ? null : plainQuery(search, filled)
      const answered = plain === null ? filled : await fill(plain)
      return await prepareResponse(await withSheets(answered, nonce, readSheet), route, site, nonce)
    } catch (error) {
      onFailure?.(route.path, describe(error))
      return refusalResponse(error instanceof FillError ? 503 : 500, route, site)
    }
  }
}
