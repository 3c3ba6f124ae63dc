import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type CanonicalUrl, cachedCanonicalUrl } from './canonical'
import { clientOf } from './client'
import { chooseEncoding } from './compress'
import { type ConnectionLimits, connectionLimits, limitConnections } from './connections'
import { isNotModified } from './entity-tag'
import { commonHeaders, preflightHeaders } from './headers'
import { type PreparedResponse, refusalResponse, type Site } from './prepared-response'
import type { RefusalStatus } from './problem'
import type { ResponseCache } from './response-cache'

export type SiteOptions = {
  readonly cache: ResponseCache
  /** The public origin, or null: then absolute links exist for a loopback Host alone. */
  readonly siteUrl: string | null
  /** Chains that the newest snapshot says nothing of yet; with none left the process is ready. */
  waiting(): readonly string[]
  /** Whether any snapshot exists. */
  hasSnapshot(): boolean
  /** For tests: who asks, where all ask from one address. */
  readonly client?: (request: IncomingMessage) => string
  /** For tests: shorter ones than the usual. */
  readonly connections?: ConnectionLimits
}

/** Bytes of a request's head that are read; Next's router state is the longest header we expect. */
const maxHeaderBytes = 16_384

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(?::(\d{1,5}))?$/

/** The origin that absolute links may use. Only this process's own port, so that a Host cannot invent variants. */
const originOf = (request: IncomingMessage, siteUrl: string | null): string | null => {
  if (siteUrl !== null) return siteUrl
  const host = request.headers.host ?? ''
  const port = loopback.exec(host)?.[2]
  return port !== undefined && Number(port) === request.socket.localPort ? `http://${host}` : null
}

const rscParamOf = (target: string) => /[?&]_rsc=([A-Za-z0-9_-]{0,64})(?:&|$)/.exec(target)?.[1] ?? null

const send = (request: IncomingMessage, response: ServerResponse, prepared: PreparedResponse) => {
  const encoding = chooseEncoding(request.headers['accept-encoding'], prepared.bodies)
  if (isNotModified(request.headers['if-none-match'], prepared.tag)) {
    response.writeHead(304, prepared.notModifiedHeaders[encoding])
    response.end()
    return
  }
  response.writeHead(prepared.status, prepared.headers[encoding])
  if (request.method === 'HEAD') response.end()
  else response.end(prepared.bodies[encoding] ?? prepared.bodies.identity)
}

const sendSmall = (response: ServerResponse, status: number, headers: readonly string[], body: string) => {
  response.writeHead(status, [...headers, 'Content-Length', String(Buffer.byteLength(body))])
  response.end(response.req.method === 'HEAD' ? undefined : body)
}

/** The HTTP server: bounds, health, redirects, refusals; everything else comes through the cache. Not yet listening. */
export const createSite = ({
  cache,
  siteUrl,
  waiting,
  hasSnapshot,
  client = ({ socket }) => clientOf(socket.remoteAddress),
  connections = connectionLimits,
}: SiteOptions): Server => {
  const canonical = cachedCanonicalUrl(4096)
  const secure = siteUrl?.startsWith('https:') ?? false
  const common = commonHeaders(secure)
  const site = (): Site => ({ secure, hasSnapshot: hasSnapshot() })

  const refuseWith = (request: IncomingMessage, response: ServerResponse, status: RefusalStatus, detail?: string) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    const kind: CanonicalUrl['kind'] = /^\/api(\/|$)/.test(path) ? 'api' : 'page'
    send(request, response, refusalResponse(status, { kind, path }, site(), detail))
  }

  const health = (response: ServerResponse, path: string) => {
    const headers = [...common, 'Cache-Control', 'no-store', 'Content-Type']
    if (path === '/healthz') return sendSmall(response, 200, [...headers, 'text/plain; charset=utf-8'], 'ok\n')
    const missing = waiting()
    const body = JSON.stringify({ ready: missing.length === 0, waiting: missing })
    return sendSmall(response, missing.length === 0 ? 200 : 503, [...headers, 'application/json'], body)
  }

  /** What may be asked of an address; it says nothing of whether anything is there. */
  const preflight = (response: ServerResponse, target: string) => {
    const route = canonical(target)
    response.writeHead(204, [...common, ...preflightHeaders('kind' in route ? route : { kind: 'page' })])
    response.end()
  }

  const serve = (request: IncomingMessage, response: ServerResponse): Promise<void> | undefined => {
    const target = request.url ?? '/'
    if (request.method === 'OPTIONS') return void preflight(response, target)
    if (request.method !== 'GET' && request.method !== 'HEAD') return void refuseWith(request, response, 405)
    if (/^\/(healthz|readyz)(\?|$)/.test(target)) return void health(response, target.split('?', 1)[0] ?? '')
    const route = canonical(target)
    if ('refuse' in route) return void refuseWith(request, response, route.refuse, route.why)
    if ('moved' in route) {
      const headers = [...common, 'Cache-Control', 'public, max-age=3600', 'Location', route.moved]
      return void sendSmall(response, 308, headers, '')
    }
    const left = new AbortController()
    const answered = cache.answer(
      {
        route,
        headers: request.headers,
        rscParam: request.headers.rsc === undefined ? null : rscParamOf(target),
        origin: originOf(request, siteUrl),
      },
      { client: client(request), signal: left.signal },
    )
    if (!(answered instanceof Promise)) return void send(request, response, answered)
    response.once('close', () => left.abort())
    return answered.then((ready) => {
      if (!response.destroyed) send(request, response, ready)
    })
  }

  const guarded = (request: IncomingMessage, response: ServerResponse) => {
    const fail = () => (response.headersSent ? response.destroy() : refuseWith(request, response, 500))
    try {
      serve(request, response)?.catch(fail)
    } catch {
      fail()
    }
  }

  const server = createServer(
    {
      maxHeaderSize: maxHeaderBytes,
      requestTimeout: connections.requestTime,
      headersTimeout: connections.headTime,
      // how often node looks for those that are late: no use of a short limit otherwise
      connectionsCheckingInterval: Math.min(5_000, connections.headTime),
    },
    guarded,
  )
  limitConnections(server, connections)
  server.maxHeadersCount = 100
  return server
}
