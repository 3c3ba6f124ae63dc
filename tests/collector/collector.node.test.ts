import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Collector, type CollectorOptions, startCollector } from '@/lib/collector'
import type { Snapshot } from '@/lib/snapshot/types'
import { UnreachableError } from '@/lib/store'
import { sourceOf } from '../reader/setup'
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy'
import { memoryStore } from '../support/memory-store'
import { type SmallChain, startSmallChain } from '../support/small-chain'
import { smallMetrics } from '../support/small-metrics'

let chain: SmallChain
let proxy: FaultProxy
const running: Collector[] = []

beforeAll(async () => {
  chain = await startSmallChain(100)
  proxy = await startFaultProxy(chain.url)
})
afterAll(async () => {
  await proxy?.stop()
  await chain?.stop()
})
afterEach(async () => {
  proxy.fault = null
  await Promise.all(running.splice(0).map((each) => each.stop()))
})

const start = async (options: Partial<CollectorOptions> = {}) => {
  const collector = await startCollector({
    sources: [sourceOf('gnosis', [proxy.url])],
    metrics: smallMetrics(chain),
    store: memoryStore(),
    pollSeconds: 3_600,
    report: () => undefined,
    ...options,
  })
  running.push(collector)
  return collector
}

const move = () => chain.put(chain.items[0] ?? chain.shelf, BigInt(Date.now()))

describe('the collector', () => {
  it('stores a snapshot before it shows it', async () => {
    const store = memoryStore()
    const shown: { readonly id: string; readonly stored: boolean }[] = []
    const onSnapshot = ({ id }: Snapshot) => {
      shown.push({ id, stored: store.stored.some((each) => each.id === id) })
    }
    const collector = await start({ store, onSnapshot })
    await collector.refresh()
    await move()
    await collector.refresh()
    expect(shown).toHaveLength(2)
    expect(shown.every(({ stored }) => stored)).toBe(true)
    expect(collector.latest()?.id).toBe(shown[1]?.id)
  })

  it('stores nothing new while no chain has moved', async () => {
    const store = memoryStore()
    const collector = await start({ store })
    for (let round = 0; round < 3; round++) await collector.refresh()
    expect(store.stored).toHaveLength(1)
    expect(collector.status()).toMatchObject({ refreshes: 3, lastRun: { requests: 1 }, lastFailure: null })
  })

  it('shows at once what was stored before it started, and plans by it', async () => {
    const first = await start()
    await first.refresh()
    const known = first.latest()
    if (!known) throw new Error('There is no snapshot.')
    const shown: string[] = []
    const second = await start({ store: memoryStore([known]), onSnapshot: ({ id }) => shown.push(id) })
    expect(second.latest()).toBe(known)
    await second.refresh()
    expect(shown).toEqual([known.id])
    expect(second.status().lastRun?.requests).toBe(1)
  })

  it('follows what another stores while that one holds the right to write, then takes over where it stopped', async () => {
    const stored: Snapshot[] = []
    const writer = await start({ store: memoryStore(stored) })
    await writer.refresh()
    const store = memoryStore(stored)
    store.free = false
    const follower = await start({ store })
    proxy.reset()
    await follower.refresh()
    expect(follower.latest()?.id).toBe(writer.latest()?.id)
    expect(follower.status()).toMatchObject({ writer: false, refreshes: 0 })
    expect(proxy.requests).toBe(0)

    await move()
    await writer.refresh()
    await writer.stop()
    store.free = true
    proxy.reset()
    await follower.refresh()
    expect(follower.status()).toMatchObject({ writer: true, refreshes: 1 })
    expect(follower.latest()?.id).toBe(stored.at(-1)?.id)
    // It planned by what the other stored last: nothing had to be asked a second time.
    expect(proxy.requests).toBe(1)
  })

  it('keeps what is known when the store fails, says so, and stores again once it can', async () => {
    const store = memoryStore()
    const reports: unknown[] = []
    const collector = await start({ store, report: (error) => reports.push(error) })
    await collector.refresh()
    const before = collector.latest()
    store.failure = new Error('disk full')
    await move()
    await collector.refresh()
    expect(collector.latest()).toBe(before)
    expect(reports).toEqual([store.failure])
    expect(collector.status().lastFailure?.message).not.toContain('disk')
    store.failure = null
    await collector.refresh()
    expect(store.stored).toHaveLength(2)
    expect(collector.latest()?.id).toBe(store.stored[1]?.id)
    expect(collector.status().lastFailure).toBeNull()
  })

  it('goes on reading while the database is away, and stores all that it took, in order, once that answers', async () => {
    const store = memoryStore()
    const collector = await start({ store })
    await collector.refresh()
    const tryWriterLock = store.tryWriterLock
    const away = () => Promise.reject(new UnreachableError('silent'))
    store.failure = new UnreachableError('silent')
    store.tryWriterLock = away
    for (let round = 0; round < 3; round++) {
      await move()
      await collector.refresh()
    }
    expect(store.stored).toHaveLength(1)
    expect(collector.latest()).toBe(store.stored[0])
    expect(collector.status()).toMatchObject({ refreshes: 4 })
    store.failure = null
    store.tryWriterLock = tryWriterLock
    await collector.refresh()
    expect(store.stored).toHaveLength(4)
    expect(store.stored.map(({ time }) => time)).toEqual(store.stored.map(({ time }) => time).sort((a, b) => a - b))
    expect(collector.latest()?.id).toBe(store.stored[3]?.id)
    expect(collector.status().lastFailure).toBeNull()
  })

  it('keeps the last numbers, stale, while the node is down, and says which URL failed', async () => {
    const collector = await start()
    await collector.refresh()
    proxy.fault = { kind: 'html-502' }
    await collector.refresh()
    await collector.refresh()
    const latest = collector.latest()
    expect(latest?.failures.gnosis?.code).toBe('unreachable')
    expect(latest?.numbers.filter(({ inputs }) => inputs === undefined).every(({ status }) => status === 'stale')).toBe(
      true,
    )
    expect(collector.status().chains[0]?.endpoints[0]).toMatchObject({
      host: new URL(proxy.url).host,
      state: 'resting',
      lastFailure: { code: 'unreachable' },
    })
  })

  it('joins the refresh under way, lets it finish when stopped, and begins none after that', async () => {
    const store = memoryStore()
    const collector = await start({ store })
    const both = [collector.refresh(), collector.refresh()]
    await collector.stop()
    expect(store.stored).toHaveLength(1)
    expect(collector.status()).toMatchObject({ running: false, refreshes: 1 })
    await Promise.all(both)
    await collector.refresh()
    expect(collector.status().refreshes).toBe(1)
  })
})
