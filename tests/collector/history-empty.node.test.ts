import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createHistoryChain, type HistoryChain } from '@/lib/collector/history-chain'
import type { Header } from '@/lib/reader/block-at'
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
afterEach(() => {
  spoilt.fault = null
})

const report = (error: unknown) => {
  throw error
}
const historyOn = (urls: readonly string[]): HistoryChain =>
  createHistoryChain({ source: sourceOf('gnosis', urls), metrics: smallMetrics(past.chain), report })

const blocks = async (chain: HistoryChain, times: readonly number[]): Promise<readonly Header[]> =>
  (await chain.locate(times, await chain.heads())).filter((block) => block !== null)

describe('a block of the past on a node whose state is empty', () => {
  it('is read on another URL', async () => {
    const chain = historyOn([spoilt.url, past.chain.url])
    const [newer, older] = await blocks(chain, [past.finalTime, past.finalTime - 24 * HOUR])
    if (!newer || !older) throw new Error('There are no such blocks.')
    await chain.read(newer)
    const right = await historyOn([past.chain.url]).read(older)
    spoilt.fault = { kind: 'empty-state', code: false }
    expect(await chain.read(older)).toEqual(right)
  })

  it('is refused where no other URL is, be it the first or one of many, as long as there is code', async () => {
    const chain = historyOn([spoilt.url])
    const [newer, older] = await blocks(chain, [past.finalTime, past.finalTime - 24 * HOUR])
    if (!newer || !older) throw new Error('There are no such blocks.')
    spoilt.fault = { kind: 'empty-state', code: true }
    await expect(chain.read(newer)).rejects.toThrow('lack what earlier blocks had')
    spoilt.fault = null
    await chain.read(newer)
    spoilt.fault = { kind: 'empty-state', code: true }
    await expect(chain.read(older)).rejects.toThrow('lack what earlier blocks had')
    spoilt.fault = { kind: 'zero-state' }
    await expect(chain.read(older)).rejects.toThrow('lack what earlier blocks had')
  })

  it('is absent before its contracts were there, with one request more where they went missing', async () => {
    const chain = historyOn([spoilt.url])
    const newest = await blocks(chain, [past.finalTime])
    const first = { number: 0n, timestamp: 0, hash: newest[0]?.hash ?? '0x' } as Header
    await chain.read(newest[0] ?? first)
    const genesis = (await past.chain.send('eth_getBlockByNumber', '0x1', false)) as {
      readonly hash: `0x${string}`
      readonly timestamp: string
    }
    spoilt.reset()
    const read = await chain.read({ number: 1n, hash: genesis.hash, timestamp: Number(genesis.timestamp) })
    expect(read.every(({ status }) => status === 'absent')).toBe(true)
    expect(spoilt.methods.filter((method) => method === 'eth_getCode').length).toBeGreaterThan(0)
  })
})
