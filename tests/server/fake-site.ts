import { once } from 'node:events'
import { type IncomingHttpHeaders, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Upstream } from '@/lib/server/fill'
import { createSite } from '@/lib/server/http'
import { createLanes, type Lanes } from '@/lib/server/lanes'
import { createResponseCache, type ResponseCache } from '@/lib/server/response-cache'

export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer }

export type FakeSite = {
  readonly cache: ResponseCache
  readonly lanes: Lanes
  readonly port: number
  /** URLs that reached the upstream, in order. */
  readonly filled: string[]
  readonly failures: string[]
  setVersion(version: string | null): void
  /** Moves the clock of the cache. */
  pass(seconds: number): void
  get(path: string, headers?: Readonly<Record<string, string>>, method?: string): Promise<Answer>
}

type Options = { siteUrl?: string | null; fillSeconds?: number; maxBytes?: number; waiting?: () => readonly string[] }

export const listenOn = async (server: Server): Promise<number> => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address() as AddressInfo
  return address.port
}

export const ask = (port: number, path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
  new Promise<Answer>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
      response.on('error', reject)
    })
    asked.on('error', reject)
    asked.end()
  })

/** The real server and cache before an upstream of the test's own, on a free port; gone when the test is. */
export const startFakeSite = async (upstream: Upstream, options: Options = {}): Promise<FakeSite> => {
  const filled: string[] = []
  const failures: string[] = []
  let version: string | null = 'first'
  let now = 1_000_000
  const siteUrl = options.siteUrl ?? null
  const lanes = createLanes()
  const cache = createResponseCache({
    lanes,
    upstream: (incoming, response) => {
      filled.push(incoming.url ?? '')
      return upstream(incoming, response)
    },
    version: () => version,
    secure: siteUrl?.startsWith('https:') ?? false,
    maxBytes: options.maxBytes ?? 4_000_000,
    fillSeconds: options.fillSeconds ?? 30,
    now: () => now,
    onFailure: (path, failure) => failures.push(`${path}: ${failure}`),
  })
  const waiting = options.waiting ?? (() => [])
  const server = createSite({
    cache,
    siteUrl,
    waiting,
    hasSnapshot: () => version !== null,
    client: ({ headers }) => String(headers['x-test-client'] ?? ''),
  })
  const port = await listenOn(server)
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return {
    cache,
    lanes,
    port,
    filled,
    failures,
    setVersion(next) {
      version = next
    },
    pass(seconds) {
      now += seconds * 1000
    },
    get: (path, headers = {}, method = 'GET') => ask(port, path, headers, method),
  }
}

/** Answers as Next does: a document with inline scripts under the nonce of the request. */
export const pageUpstream: Upstream = (request, response) => {
  const nonce = /'nonce-([^']+)'/.exec(String(request.headers['content-security-policy']))?.[1] ?? ''
  const flight = `self.__next_f.push([1,${JSON.stringify(JSON.stringify({ nonce, at: request.url }))}])`
  response.setHeader('vary', 'rsc, next-router-state-tree')
  response.setHeader('cache-control', 'private, no-store')
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.write(`<!doctype html><script src="/_next/static/a.js" nonce="${nonce}"></script>`)
  response.write(`<p>${'總鎖倉價值 '.repeat(300)}</p><p>${request.headers.host}</p>`)
  response.end(`<script>planted()</script><script nonce="${nonce}">${flight}</script>`)
}
