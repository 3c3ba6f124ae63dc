/**
 * Serves the built pages over the fixture snapshot, as the real process does but for nodes and database:
 * `node --import tsx tests/support/fixture-site.ts`. Prints its address as its only line; ends with its parent's pipe.
 */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import next from 'next'
import { chainSlugs } from '@/lib/chains'
import { setHandover } from '@/lib/server/handover'
import { createSite } from '@/lib/server/http'
import { createResponseCache } from '@/lib/server/response-cache'
import { chartSnapshot, fixtureGap, readFixtureSeries } from './fixture-history'

const endpoint = { host: '127.0.0.1', state: 'answering', lastFailure: null } as const

setHandover({
  network: 'embedded',
  siteUrl: null,
  latest: () => chartSnapshot,
  store: {
    engine: 'embedded',
    snapshotById: async (id) => (id === chartSnapshot.id ? chartSnapshot : null),
    snapshotAt: async () => null,
    snapshotCount: async () => 1,
    readSeries: async (number, from, to, every) => readFixtureSeries(number, from, to, every),
    gaps: async () => [fixtureGap],
  },
  collector: () => ({
    running: true,
    writer: true,
    pollSeconds: 30,
    lastRun: { startedAt: chartSnapshot.time, seconds: 0.8, requests: 6 },
    refreshes: 1,
    lastFailure: null,
    chains: chainSlugs.map((chain) => ({ chain, endpoints: [endpoint], answeredBy: endpoint.host, requests: 1 })),
  }),
})

const app = next({ dev: false, dir: process.cwd() })
await app.prepare()
const handle = app.getRequestHandler()
const cache = createResponseCache({
  upstream: (request, response) => handle(request, response),
  version: () => chartSnapshot.id,
  secure: false,
  maxBytes: 64 * 1024 * 1024,
  fillSeconds: 30,
  onFailure: (path, failure) => console.error(path, failure),
})
const server = createSite({ cache, siteUrl: null, waiting: () => [], settled: () => true })
server.listen(0, '127.0.0.1')
await once(server, 'listening')
// safe: a server that listens on a port has an address with one
const { port } = server.address() as AddressInfo
console.log(`http://127.0.0.1:${port}`)

process.stdin.resume().once('end', () => process.exit(0))
