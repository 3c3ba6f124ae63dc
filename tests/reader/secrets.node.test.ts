import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startCollector } from '@/lib/collector'
import { encodeSnapshot } from '@/lib/snapshot/codec'
import { takeSnapshot } from '@/lib/snapshot/take'
import { type Fault, type FaultProxy, startFaultProxy } from '../support/fault-proxy'
import { memoryStore } from '../support/memory-store'
import { type SmallChain, startSmallChain } from '../support/small-chain'
import { smallMetrics } from '../support/small-metrics'
import { sourceOf } from './setup'

let chain: SmallChain
let proxy: FaultProxy

beforeAll(async () => {
  chain = await startSmallChain(100)
  proxy = await startFaultProxy(chain.url)
})
afterAll(async () => {
  await proxy?.stop()
  await chain?.stop()
})

const secret = 'k3yTh4tM4yN0tL34k'
const places = [
  ['the path', (url: string) => `${url}/v2/${secret}`],
  ['the query', (url: string) => `${url}/?key=${secret}`],
  ['the password', (url: string) => url.replace('//', `//user:${secret}@`)],
  ['the user', (url: string) => url.replace('//', `//${secret}@`)],
] as const

const faults: readonly (Fault | null)[] = [
  null,
  { kind: 'hang' },
  { kind: 'reset' },
  { kind: 'forbidden' },
  { kind: 'html-502' },
  { kind: 'truncated' },
  { kind: 'wrong-chain-id' },
  { kind: 'redirect' },
  { kind: 'unauthorized' },
  { kind: 'json-429' },
]

describe.each(places)('a key in %s of a URL', (_, withKey) => {
  it('reaches the node, and no failure, status, snapshot, report or print', async () => {
    const printed: unknown[] = []
    const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((method) =>
      vi.spyOn(console, method).mockImplementation((...args) => void printed.push(...args)),
    )
    for (const fault of faults) {
      proxy.fault = fault
      const source = sourceOf('gnosis', [withKey(proxy.url)], { timeoutMs: fault?.kind === 'hang' ? 200 : 10_000 })
      const { snapshot } = await takeSnapshot({
        sources: [source],
        metrics: smallMetrics(chain),
        previous: null,
        now: 1,
        report: (error) => printed.push(error),
      })
      expect(snapshot.failures).toEqual(fault === null ? {} : { gnosis: expect.anything() })
      const collector = await startCollector({
        sources: [source],
        metrics: smallMetrics(chain),
        store: memoryStore(),
        pollSeconds: 60,
        report: (error) => printed.push(error),
      })
      await collector.stop()
      const seen = [encodeSnapshot(snapshot), inspect(collector.status(), { depth: 9 }), inspect(source, { depth: 9 })]
      expect([...seen, inspect(printed, { depth: 9 })].join('\n')).not.toContain(secret)
    }
    for (const spy of spies) spy.mockRestore()
  })
})
