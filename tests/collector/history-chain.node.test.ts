import { afterAll, beforeAll, expect, it } from 'vitest'
import { createHistoryChain } from '@/lib/collector/history-chain'
import { sourceOf } from '../reader/setup'
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy'
import { smallMetrics } from '../support/small-metrics'
import { HOUR, type PastChain, startPast } from './past'

let past: PastChain
let spoilt: FaultProxy

beforeAll(async () => {
  past = await startPast(100, 30)
  spoilt = await startFaultProxy(past.chain.url)
})
afterAll(async () => {
  await spoilt?.stop()
  await past?.chain.stop()
})

it('blocks are not located by headers out of order: the node is passed over, and what it said is forgotten', async () => {
  const report = (error: unknown) => {
    throw error
  }
  const source = sourceOf('gnosis', [spoilt.url, past.chain.url])
  const chain = createHistoryChain({ source, metrics: smallMetrics(past.chain), report })
  const heads = await chain.heads()
  const times = Array.from({ length: 40 }, (_, index) => past.finalTime - index * HOUR)
  spoilt.fault = {
    kind: 'header',
    change: (known) =>
      Number(known.number) % 2 === 0 && Number(known.number) > 0 ? { ...known, timestamp: '0x60000000' } : known,
  }
  await expect(chain.locate(times, heads)).rejects.toThrow('not valid')
  expect(source.endpoints[0]?.lastFailure?.code).toBe('garbled')
  const found = await chain.locate(times, heads)
  expect(found.map((block) => block?.number)).toEqual(times.map((t) => past.blockAt(t)?.number))
})
