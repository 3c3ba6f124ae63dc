/**
 * One server under measurement: `node --import tsx tests/bench/processes/site.ts <how> <folder>`, started with an IPC
 * channel. It says its address once it serves, answers every message with what it has used of processor and memory, and
 * ends with the channel.
 *
 * `cached`: our server, Next behind our cache · `through`: the same pages, Next alone · `plain`: node:http with the bytes
 * in the folder, ready compressed.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import next from 'next'
import { emptyPageResponse, type PageResponse, setPageResponseStorage } from '@/lib/pages/response'
import { setAppRuntime } from '@/lib/server/app-runtime'
import { createCountedLog } from '@/lib/server/counted-log'
import { createSite } from '@/lib/server/http'
import { createLanes } from '@/lib/server/lanes'
import { createResponseCache, type ResponseCache } from '@/lib/server/response-cache'
import { fixtureAppRuntime } from '../../support/fixture-app-runtime'
import { chartSnapshot } from '../../support/fixture-history'
import { cacheBytes } from '../limits'
import { type RecordedAnswer, recordedFile } from '../recorded-answers'

const [how = '', folder = ''] = process.argv.slice(2)
let cache: ResponseCache | null = null

const nextHandler = async () => {
  setAppRuntime(fixtureAppRuntime())
  const app = next({ dev: false, dir: folder })
  await app.prepare()
  return app.getRequestHandler()
}

const plain = (): RequestListener => {
  const kept = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => {
        // safe: record() wrote it
        const { path, headers, tag } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as RecordedAnswer
        return [path, { headers, tag, body: readFileSync(recordedFile(folder, path, 'body')) }] as const
      }),
  )
  return (request, response) => {
    const found = kept.get(request.url ?? '')
    if (!found) return void response.writeHead(404).end()
    if (request.headers['if-none-match'] === found.tag) return void response.writeHead(304, { etag: found.tag }).end()
    response.writeHead(200, { ...found.headers, 'content-length': found.body.length }).end(found.body)
  }
}

const serverFor = async (): Promise<Server> => {
  if (how === 'plain') return createServer(plain())
  const handle = await nextHandler()
  if (how === 'through') {
    // pages tell their status to whoever makes them
    const pages = new AsyncLocalStorage<PageResponse>()
    setPageResponseStorage(pages)
    return createServer((request, response) => void pages.run(emptyPageResponse(), () => handle(request, response)))
  }
  const failures = createCountedLog(console.error)
  cache = createResponseCache({
    lanes: createLanes(),
    upstream: (request, response) => handle(request, response),
    version: () => chartSnapshot.id,
    secure: false,
    maxBytes: cacheBytes,
    fillSeconds: 30,
    onFailure: (path, failure) => failures.write(failure, `${path}: ${failure}`),
  })
  return createSite({ cache, siteUrl: null, waiting: () => [], hasSnapshot: () => true })
}

const server = await serverFor()
server.listen(0, '127.0.0.1')
await once(server, 'listening')
process.on('message', () =>
  process.send?.({
    cpu: process.cpuUsage(),
    rss: process.memoryUsage.rss(),
    kept: { bytes: cache?.bytes ?? 0, count: cache?.count ?? 0 },
  }),
)
process.once('disconnect', () => process.exit(0))
// safe: a server that listens on a port has an address with one
const { port } = server.address() as AddressInfo
process.send?.({ url: `http://127.0.0.1:${port}` })
