import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Snapshot } from '@/lib/snapshot/types'
import { numOf, sourceOf, take } from '../reader/setup'
import { type Fault, type FaultProxy, startFaultProxy } from '../support/fault-proxy'
import { type SmallChain, startSmallChain } from '../support/small-chain'
import { smallMetrics } from '../support/small-metrics'

let chain: SmallChain
let first: FaultProxy
let second: FaultProxy

beforeAll(async () => {
  chain = await startSmallChain(100)
  first = await startFaultProxy(chain.url)
  second = await startFaultProxy(chain.url)
})
afterAll(async () => {
  await Promise.all([first?.stop(), second?.stop()])
  await chain?.stop()
})
afterEach(() => {
  first.fault = null
  second.fault = null
})

const total = 'lend.total-weight:gnosis:TOTAL'
const one = () => [sourceOf('gnosis', [first.url])]
const two = () => [sourceOf('gnosis', [first.url, second.url])]
const all = (code: boolean): Fault => ({ kind: 'empty-state', code })
const apple = () => chain.items[0] ?? chain.shelf
const oneGone = (code: boolean): Fault => ({ kind: 'empty-state', code, only: [apple()] })

const good = async () => (await take(two(), smallMetrics(chain))).snapshot

/** Takes one snapshot after another, each with the one before. */
const takeAgain = async (sources: ReturnType<typeof one>, before: Snapshot, times: number) => {
  let snapshot = before
  for (let i = 0; i < times; i++) snapshot = (await take(sources, smallMetrics(chain), snapshot)).snapshot
  return snapshot
}

const expectStale = (snapshot: Snapshot, before: Snapshot) => {
  expect(snapshot.failures.gnosis?.code).toBe('implausible')
  expect(numOf(snapshot, total)).toMatchObject({ status: 'stale', code: 'implausible' })
  expect(numOf(snapshot, total).value).toEqual(numOf(before, total).value)
  expect(snapshot.asOf).toEqual(before.asOf)
}

describe('a node whose state is empty', () => {
  it('is passed over for another URL, which is asked first from then on', async () => {
    const before = await good()
    const sources = two()
    for (const code of [true, false]) {
      first.fault = all(code)
      const { snapshot } = await take(sources, smallMetrics(chain), before)
      expect(snapshot.failures).toEqual({})
      expect(snapshot.id).toBe(before.id)
    }
    const [endpoint] = sources[0]?.endpoints ?? []
    expect(endpoint?.lastFailure?.code).toBe('implausible')
    first.reset()
    await take(sources, smallMetrics(chain), before)
    expect(first.requests).toBe(0)
  })

  it('is refused on all URLs where there is code: the last numbers stand, stale, however often it is asked', async () => {
    const before = await good()
    for (const proxy of [first, second]) proxy.fault = all(true)
    expectStale(await takeAgain(two(), before, 5), before)
    expectStale(await takeAgain(one(), before, 5), before)
  })

  it('proves nothing alone, even where it has no code either', async () => {
    const before = await good()
    first.fault = all(false)
    expectStale(await takeAgain(one(), before, 5), before)
  })

  it('is refused at a first reading, too: its numbers have failed with the reason', async () => {
    for (const proxy of [first, second]) proxy.fault = all(true)
    const { snapshot } = await take(two(), smallMetrics(chain))
    expect(snapshot.failures.gnosis?.code).toBe('implausible')
    expect(numOf(snapshot, `lend.amount:gnosis:${apple()}`)).toMatchObject({ status: 'failed', code: 'implausible' })
    second.fault = null
    const healed = (await take(two(), smallMetrics(chain))).snapshot
    expect(healed.failures).toEqual({})
    expect(numOf(healed, total).status).toBe('ok')
  })

  it('is refused where its contracts answer zeros in all their words, and another URL is asked', async () => {
    const before = await good()
    first.fault = { kind: 'zero-state' }
    const { snapshot } = await take(two(), smallMetrics(chain), before)
    expect(snapshot.failures).toEqual({})
    expect(snapshot.id).toBe(before.id)
  })

  it('costs no request where nothing is missing', async () => {
    const before = await good()
    const sources = two()
    await take(sources, smallMetrics(chain), before)
    first.reset()
    second.reset()
    const { requests } = await take(sources, smallMetrics(chain), before)
    expect(requests).toEqual({ gnosis: 1 })
    expect(first.methods.concat(second.methods)).not.toContain('eth_getCode')
  })
})

describe('one contract of many that answers nothing', () => {
  it('is absent at once where two URLs have no code there', async () => {
    const before = await good()
    for (const proxy of [first, second]) proxy.fault = oneGone(false)
    const { snapshot } = await take(two(), smallMetrics(chain), before)
    expect(snapshot.failures).toEqual({})
    expect(numOf(snapshot, `lend.amount:gnosis:${apple()}`)).toMatchObject({ status: 'absent', code: 'not-deployed' })
    expect(numOf(snapshot, total).omitted?.map(({ id }) => id)).toEqual([`lend.weight:gnosis:${apple()}`])
  })

  it('is refused where only one URL says so', async () => {
    const before = await good()
    first.fault = oneGone(false)
    const { snapshot } = await take(two(), smallMetrics(chain), before)
    expect(snapshot.id).toBe(before.id)
  })

  it('does not fit its interface, and is not absent, where two URLs have code there', async () => {
    const before = await good()
    for (const proxy of [first, second]) proxy.fault = oneGone(true)
    const sources = two()
    const after = await takeAgain(sources, before, 1)
    expect(numOf(after, `lend.amount:gnosis:${apple()}`)).toMatchObject({ status: 'failed', code: 'misfit' })
    expect((await takeAgain(sources, after, 2)).id).toBe(after.id)
    for (const proxy of [first, second]) proxy.fault = null
    expect((await takeAgain(two(), after, 1)).id).toBe(before.id)
  })

  it('is absent by one URL alone only once a final block lacks it, too', async () => {
    const before = await good()
    first.fault = oneGone(false)
    const sources = one()
    expectStale(await takeAgain(sources, before, 4), before)
    // So many blocks behind the head the node calls a block final.
    await chain.mine(70)
    const { snapshot } = await take(sources, smallMetrics(chain), before)
    expect(snapshot.failures).toEqual({})
    expect(numOf(snapshot, `lend.amount:gnosis:${apple()}`)).toMatchObject({ status: 'absent', code: 'not-deployed' })
  })
})

describe('a true fall to nothing', () => {
  it('shows at once where two URLs say so, and by one URL alone at the third reading', async () => {
    const before = await good()
    for (const each of chain.items) await chain.put(each, 0n)
    const atOnce = await takeAgain(two(), before, 1)
    expect(atOnce.failures).toEqual({})
    expect(numOf(atOnce, total)).toMatchObject({ status: 'ok', value: { raw: 0n } })
    const sources = one()
    const unconfirmed = await takeAgain(sources, before, 2)
    expectStale(unconfirmed, before)
    const confirmed = await takeAgain(sources, unconfirmed, 1)
    expect(confirmed.failures).toEqual({})
    expect(numOf(confirmed, total)).toMatchObject({ status: 'ok', value: { raw: 0n } })
    for (const [index, each] of chain.items.entries()) await chain.put(each, 100n + BigInt(index))
  })
})
