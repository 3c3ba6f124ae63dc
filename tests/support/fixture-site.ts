/**
 * Serves the built pages over the fixture snapshot, as the real process does but for nodes and database:
 * `node --import tsx tests/support/fixture-site.ts [state]`. Prints its address as its only line; ends with its parent's pipe.
 */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import next from 'next'
import { setAppRuntime } from '@/lib/server/app-runtime'
import { createCountedLog } from '@/lib/server/counted-log'
import { createSite } from '@/lib/server/http'
import { createLanes } from '@/lib/server/lanes'
import { createResponseCache } from '@/lib/server/response-cache'
import { fixtureAppRuntime, isFixtureState } from './fixture-app-runtime'
import { chartSnapshot } from './fixture-history'

const [state = 'whole'] = process.argv.slice(2)
if (!isFixtureState(state)) throw new Error(`There is no state ${state}.`)
const runtime = fixtureAppRuntime(() => state)
setAppRuntime(runtime)

const app = next({ dev: false, dir: process.cwd() })
await app.prepare()
const handle = app.getRequestHandler()
const failures = createCountedLog(console.error)
const cache = createResponseCache({
  lanes: createLanes(),
  upstream: (request, response) => handle(request, response),
  version: () => (state === 'nothing' ? null : chartSnapshot.id),
  secure: false,
  maxBytes: 64 * 1024 * 1024,
  fillSeconds: 30,
  onFailure: (path, failure) => failures.write(failure, `${path}: ${failure}`),
})
const server = createSite({ cache, siteUrl: null, waiting: () => [], hasSnapshot: () => state !== 'nothing' })
server.listen(0, '127.0.0.1')
await once(server, 'listening')
// safe: a server that listens on a port has an address with one
const { port } = server.address() as AddressInfo
console.log(`http://127.0.0.1:${port}`)

process.stdin.resume().once('end', () => process.exit(0))
