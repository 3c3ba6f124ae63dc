import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTransport } from '@/lib/reader/rpc'

/** An answer that never ends, a space at a time. */
const drip: Server = createServer((_, response) => {
  response.writeHead(200)
  const timer = setInterval(() => response.write(' '), 10)
  response.on('close', () => clearInterval(timer))
})

beforeAll(() => new Promise<void>((done) => drip.listen(0, '127.0.0.1', done)))
afterAll(() => {
  drip.closeAllConnections()
  drip.close()
})

describe('an answer that never ends', () => {
  it('ends in time also where memory is collected while it is read', async () => {
    setFlagsFromString('--expose-gc')
    const collect: () => void = runInNewContext('gc')
    const collecting = setInterval(collect, 20)
    const send = createTransport(`http://127.0.0.1:${(drip.address() as AddressInfo).port}`)
    const reads = Array.from({ length: 5 }, () => send([{ method: 'eth_chainId', params: [] }], 300))
    const outcomes = await Promise.allSettled(reads)
    clearInterval(collecting)
    const reasons = outcomes.map((each) => each.status === 'rejected' && each.reason)
    for (const reason of reasons) expect(reason).toMatchObject({ reason: { code: 'timeout' } })
  })
})
