import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createHistory } from '@/lib/collector/history'
import {
  createHistoryScheduler,
  type HistoryScheduler,
  type HistorySchedulerOptions,
} from '@/lib/collector/history-scheduler'
import { floorTo } from '@/lib/collector/instants'
import { DAY } from '@/lib/format/time'
import { openStore, type Store } from '@/lib/store'
import { sourceOf } from '../reader/setup'
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy'
import { smallMetrics } from '../support/small-metrics'
import { until } from '../support/until'
import { HOUR, type PastChain, startPast } from './past'

const dataDir = mkdtempSync(join(tmpdir(), 'sparkscope-scheduler-'))
let past: PastChain
let proxy: FaultProxy
let store: Store
let scheduler: HistoryScheduler | null = null
/** The clock, for the scheduler: it only decides when to try again. */
let clock = 0
/** How many times history was filled by this scheduler, to the end. */
let filled = 0

beforeAll(async () => {
  past = await startPast(100, 20)
  proxy = await startFaultProxy(past.chain.url)
  store = await openStore({ databaseUrl: null, dataDir })
})
afterEach(async () => {
  await scheduler?.stop()
  proxy.fault = null
})
afterAll(async () => {
  await store?.close()
  await proxy?.stop()
  await past?.chain.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const startScheduler = (fillFrom: number | null = null): HistoryScheduler => {
  const report = (error: unknown) => {
    throw error
  }
  const universe = ['gnosis'] as const
  const metrics = smallMetrics(past.chain).filter(({ id }) => id === 'lend.amount')
  const sources = [sourceOf('gnosis', [proxy.url])]
  const made = createHistory({ sources, universe, metrics, store, report, waitMs: 5, tries: 2 })
  filled = 0
  const history: typeof made = {
    ...made,
    fill: async (options) => {
      const results = await made.fill(options)
      filled += 1
      return results
    },
  }
  const options: HistorySchedulerOptions = {
    history,
    store,
    universe,
    fillFrom,
    report,
    now: () => clock,
    throttleMs: 1,
  }
  scheduler = createHistoryScheduler(options)
  return scheduler
}

const stored = () => store.storedInstants('gnosis', 0, 1e11)
const hex = (value: number) => `0x${value.toString(16)}`
const headTime = async () =>
  Number(((await past.chain.send('eth_getBlockByNumber', 'latest', false)) as { readonly timestamp: string }).timestamp)
/** A block of that time, in which an item holds this amount. */
const put = async (time: number, amount: bigint) => {
  await past.chain.send('evm_setNextBlockTimestamp', hex(time))
  await past.chain.put(past.chain.items[0] ?? past.chain.shelf, amount)
}
const finalise = () => past.chain.send('anvil_mine', hex(70), hex(1))
const amountOfFirst = async (t: number) =>
  (await store.readSeries(`lend.amount:gnosis:${past.chain.items[0]}`, t, t, HOUR))[0]

describe('the history scheduler', () => {
  it('begins with new hours, reads an hour just past before it is final, and stores nothing that is not final', async () => {
    const live = startScheduler()
    const began = await headTime()
    live.tick(began)
    const hour = floorTo(began, HOUR) + HOUR
    await put(hour - 7, 4_242n)
    await put(hour + 30, 5_555n)
    proxy.reset()
    live.tick(hour + 30)
    await until('the hour to be read early', () => proxy.ethCalls.length > 0)
    await live.stop()
    expect(await stored()).toEqual([])
  })

  it('stores it once it is final, though the node has dropped its state by then', async () => {
    const live = startScheduler()
    const began = await headTime()
    live.tick(began)
    const hour = floorTo(began, HOUR) + HOUR
    await put(hour - 7, 4_200n)
    await put(hour + 30, 5_500n)
    proxy.reset()
    await until('the hour to be read early', () => {
      live.tick(hour + 30)
      return proxy.ethCalls.length > 1
    })
    await finalise()
    const gone = (await past.chain.send(
      'eth_getBlockByNumber',
      hex(Number(await past.chain.send('eth_blockNumber')) - 71),
      false,
    )) as {
      readonly hash: string
      readonly timestamp: string
    }
    expect(Number(gone.timestamp)).toBe(hour - 7)
    proxy.fault = { kind: 'pruned', hashes: new Set([gone.hash]) }
    proxy.reset()
    await until('the hour to be stored', async () => {
      clock += 600
      live.tick(hour + 200)
      return (await stored()).length > 0
    })
    expect(await stored()).toEqual([hour])
    expect(proxy.ethCalls).toEqual([])
    expect(await amountOfFirst(hour)).toMatchObject({ value: '42', status: 'ok', timestamp: hour - 7 })
    expect(await store.gaps(0, 1e11)).toEqual([])
  })

  it('catches up on hours it missed, one a refresh', async () => {
    const before = await stored()
    const last = before.at(-1) ?? 0
    await put(last + 2 * HOUR - 5, 6_000n)
    await put(last + 4 * HOUR + 1, 7_000n)
    await finalise()
    const live = startScheduler()
    proxy.reset()
    for (let round = 1; round <= 4; round++) {
      live.tick(last + 4 * HOUR + 2)
      await until('the refresh to be over', () => filled === round)
      await setImmediate()
      expect((await stored()).length).toBe(before.length + round)
    }
    expect(await stored()).toEqual([...before, ...[1, 2, 3, 4].map((hours) => last + hours * HOUR)])
    expect(await amountOfFirst(last + 4 * HOUR)).toMatchObject({ value: '60' })
    expect(await amountOfFirst(last + HOUR)).toMatchObject({ value: '55' })
  })

  it('fills the midnights from a given time, in the background, and not again at the next start', async () => {
    const time = await headTime()
    const from = floorTo(past.start, DAY)
    const midnights = Math.floor((time - from) / DAY) + 1
    startScheduler(from).tick(time)
    await until('all midnights', async () => (await stored()).filter((t) => t % DAY === 0).length >= midnights)
    await scheduler?.stop()
    proxy.reset()
    startScheduler(from).tick(time)
    await until('both passes over the past', () => filled >= 2)
    await scheduler?.stop()
    expect(proxy.ethCalls).toEqual([])
  })
})
