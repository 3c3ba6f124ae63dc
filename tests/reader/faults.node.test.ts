import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { FailureCode } from '@/lib/errors'
import { type Fault, type FaultProxy, startFaultProxy } from '../support/fault-proxy'
import { type SmallChain, startSmallChain } from '../support/small-chain'
import { smallMetrics } from '../support/small-metrics'
import { numOf, sourceOf, take } from './setup'

let chain: SmallChain
let other: SmallChain
let spoilt: FaultProxy
let healthy: FaultProxy

beforeAll(async () => {
  chain = await startSmallChain(100)
  other = await startSmallChain(8453)
  spoilt = await startFaultProxy(chain.url)
  healthy = await startFaultProxy(chain.url)
})
afterAll(async () => {
  await Promise.all([spoilt?.stop(), healthy?.stop()])
  await Promise.all([chain?.stop(), other?.stop()])
})
afterEach(() => {
  spoilt.fault = null
  spoilt.upstream = chain.url
})

const weight = () => `lend.weight:gnosis:${chain.items[0]}`

/** A node that cannot be used, and what is said of it. */
const fatal: readonly (readonly [Fault, FailureCode])[] = [
  [{ kind: 'hang' }, 'timeout'],
  [{ kind: 'drip' }, 'timeout'],
  [{ kind: 'late', ms: 30_000 }, 'timeout'],
  [{ kind: 'reset' }, 'unreachable'],
  [{ kind: 'oversize' }, 'garbled'],
  [{ kind: 'text-429' }, 'rate-limited'],
  [{ kind: 'json-429' }, 'rate-limited'],
  [{ kind: 'limit-32005' }, 'rate-limited'],
  [{ kind: 'daily-limit' }, 'rate-limited'],
  [{ kind: 'object-200' }, 'rate-limited'],
  [{ kind: 'redirect' }, 'moved'],
  [{ kind: 'unauthorized' }, 'refused'],
  [{ kind: 'two-answers' }, 'garbled'],
  [{ kind: 'result-and-error' }, 'garbled'],
  [{ kind: 'odd-hex' }, 'garbled'],
  [{ kind: 'not-hex' }, 'garbled'],
  [{ kind: 'html-502' }, 'unreachable'],
  [{ kind: 'html-200' }, 'garbled'],
  [{ kind: 'forbidden' }, 'refused'],
  [{ kind: 'truncated' }, 'garbled'],
  [{ kind: 'wrong-id' }, 'garbled'],
  [{ kind: 'missing-answer' }, 'garbled'],
  [{ kind: 'null-results' }, 'garbled'],
  [{ kind: 'empty-results' }, 'garbled'],
  [{ kind: 'wrong-chain-id' }, 'wrong-chain'],
  [{ kind: 'other-hash' }, 'lagging'],
]

/** Only where a node never answers is its time cut short; all others may be as slow as this machine makes them. */
const patience = ({ kind }: Fault) => (/^(hang|drip|late)$/.test(kind) ? { timeoutMs: 1_500 } : {})

describe.each(fatal)('a node with the fault %o', (fault, code) => {
  it('leaves its chain stale for that reason and the other chain as it is, and no value is invented', async () => {
    const sources = [sourceOf('gnosis', [spoilt.url], patience(fault)), sourceOf('base', [other.url])]
    const metrics = smallMetrics(chain)
    const before = (await take(sources, metrics)).snapshot
    // Whatever the fault hides, the state has moved on: an old value must not pass as a new one.
    await chain.put(chain.items[0] ?? chain.shelf, BigInt(Date.now()))
    spoilt.fault = fault
    const { snapshot } = await take(sources, metrics, before)
    expect(snapshot.failures).toMatchObject({ gnosis: { code, since: 1_900_000_000 } })
    expect(snapshot.asOf.gnosis).toEqual(before.asOf.gnosis)
    const stale = numOf(snapshot, weight())
    expect(stale).toMatchObject({ status: 'stale', code, value: numOf(before, weight()).value })
    expect(stale.reason).toBe(snapshot.failures.gnosis?.message)
    for (const num of snapshot.numbers.filter((each) => each.chain === 'base')) expect(num.status).toBe('ok')
  })

  it('says failed, and no value, where the chain was never read', async () => {
    spoilt.fault = fault
    const { snapshot } = await take([sourceOf('gnosis', [spoilt.url], patience(fault))], smallMetrics(chain))
    expect(snapshot.asOf).toEqual({})
    // Without a first reading a hash that nobody knows shows in the second request.
    expect(snapshot.failures.gnosis?.code).toBe(code)
    expect(numOf(snapshot, weight())).toMatchObject({ status: 'failed', value: null, code })
    expect(snapshot.numbers.filter((num) => num.value !== null)).toEqual([])
  })

  it('is passed over where the chain has a healthy URL', async () => {
    spoilt.fault = fault
    const source = sourceOf('gnosis', [spoilt.url, healthy.url], patience(fault))
    const first = (await take([source], smallMetrics(chain))).snapshot
    expect(first.failures).toEqual({})
    expect(numOf(first, weight()).status).toBe('ok')
    expect(source.endpoints[0]?.lastFailure?.code).toBe(code)
    expect(source.answeredBy()).toBe(new URL(healthy.url).host)
    // It rests: the next refresh does not wait for it.
    spoilt.reset()
    const second = (await take([source], smallMetrics(chain), first)).snapshot
    expect(numOf(second, weight()).status).toBe('ok')
    expect(spoilt.requests).toBe(0)
  })
})

/** Faults that a careful reader lives with. */
const harmless: readonly Fault[] = [
  { kind: 'shuffled' },
  { kind: 'no-batch' },
  { kind: 'no-batch-text' },
  { kind: 'batch-above', most: 3 },
  { kind: 'calls-above', most: 6 },
  { kind: 'answer-above', most: 1_500 },
  { kind: 'gas-above', most: 12_000_000 },
  { kind: 'block-gas', most: 17_000_000 },
  { kind: 'loose' },
]

describe.each(harmless)('a node with the fault %o', (fault) => {
  it('gives the same snapshot as a healthy one, and at once when asked again', async () => {
    const metrics = smallMetrics(chain)
    const right = (await take([sourceOf('gnosis', [healthy.url])], metrics)).snapshot
    spoilt.fault = fault
    const source = sourceOf('gnosis', [spoilt.url])
    const cold = (await take([source], metrics)).snapshot
    expect(cold.failures).toEqual({})
    expect(cold.id).toBe(right.id)
    const warm = await take([source], metrics, cold)
    expect(warm.snapshot.id).toBe(right.id)
    expect(source.endpoints[0]?.lastFailure).toBeNull()
    // What was refused once is not tried again.
    const most = fault.kind === 'no-batch' || fault.kind === 'no-batch-text' ? 2 : 1
    const chunks = fault.kind === 'batch-above' ? 1 : 0
    expect(warm.requests.gnosis).toBeLessThanOrEqual(most + chunks)
  })
})

it('a connection that broke is tried once more, and counted', async () => {
  const source = sourceOf('gnosis', [spoilt.url])
  spoilt.fault = { kind: 'reset-once' }
  spoilt.reset()
  const { snapshot, requests } = await take([source], smallMetrics(chain))
  expect(snapshot.failures).toEqual({})
  expect(source.endpoints[0]?.lastFailure).toBeNull()
  expect([spoilt.requests, requests.gnosis]).toEqual([4, 4])
})

it('a block that a URL knows only every second time is asked for once more', async () => {
  const metrics = smallMetrics(chain)
  const right = (await take([sourceOf('gnosis', [healthy.url])], metrics)).snapshot
  const source = sourceOf('gnosis', [spoilt.url])
  const [endpoint] = source.endpoints
  if (endpoint) endpoint.batchLimit = 2
  spoilt.reset()
  spoilt.fault = { kind: 'flaky-hash' }
  const cold = (await take([source], metrics)).snapshot
  expect(cold.failures).toEqual({})
  // Now the calls of the last snapshot are pinned in a second request, as the first has no room for them.
  const warm = (await take([source], metrics, cold)).snapshot
  expect([warm.failures, warm.id]).toEqual([{}, right.id])
  expect(endpoint?.lastFailure).toBeNull()
})

describe('a chain’s newest block', () => {
  it('is refused where it is below the last accepted one, and the other URL is taken', async () => {
    const metrics = smallMetrics(chain)
    const source = sourceOf('gnosis', [spoilt.url])
    const before = (await take([source], metrics)).snapshot
    spoilt.fault = { kind: 'behind', blocks: 2 }
    const { snapshot } = await take([source], metrics, before)
    expect(snapshot.failures.gnosis?.code).toBe('lagging')
    expect(numOf(snapshot, weight())).toMatchObject({ status: 'stale', value: numOf(before, weight()).value })

    const both = sourceOf('gnosis', [spoilt.url, healthy.url])
    spoilt.fault = null
    const first = (await take([both], metrics)).snapshot
    spoilt.fault = { kind: 'behind', blocks: 2 }
    const second = (await take([both], metrics, first)).snapshot
    expect(second.failures).toEqual({})
    expect(second.asOf.gnosis?.hash).toBe(first.asOf.gnosis?.hash)
    expect(both.answeredBy()).toBe(new URL(healthy.url).host)
  })

  it('is doubted from the start where it is old and another URL knows a newer one', async () => {
    await chain.send('evm_increaseTime', 600)
    await chain.mine()
    // By this clock the spoilt head is ten minutes old.
    const { timestamp } = (await chain.send('eth_getBlockByNumber', 'latest', false)) as { timestamp: string }
    spoilt.fault = { kind: 'behind', blocks: 1 }
    const source = sourceOf('gnosis', [spoilt.url, healthy.url], { now: () => Number(timestamp) })
    const { snapshot, requests } = await take([source], smallMetrics(chain))
    expect(snapshot.asOf.gnosis?.timestamp).toBe(Number(timestamp))
    expect(source.endpoints[0]?.lastFailure?.code).toBe('lagging')
    expect(requests.gnosis).toBeLessThanOrEqual(6)
  })

  it('is not taken from another chain, though that one is newer', async () => {
    spoilt.upstream = other.url
    await other.send('evm_increaseTime', 9_000)
    await other.mine()
    const { timestamp } = (await other.send('eth_getBlockByNumber', 'latest', false)) as { timestamp: string }
    const source = sourceOf('gnosis', [healthy.url, spoilt.url], { now: () => Number(timestamp) })
    const { snapshot } = await take([source], smallMetrics(chain))
    expect(snapshot.failures).toEqual({})
    expect(source.endpoints.map(({ lastFailure }) => lastFailure?.code)).toEqual([undefined, 'wrong-chain'])
  })

  it('is refused where the id shows another chain', async () => {
    spoilt.upstream = other.url
    const { snapshot } = await take([sourceOf('gnosis', [spoilt.url])], smallMetrics(chain))
    expect(snapshot.failures.gnosis?.code).toBe('wrong-chain')
  })

  it('is not mixed with the next one when it moves on between header and calls', async () => {
    const metrics = smallMetrics(chain)
    const [first] = chain.items
    if (!first) throw new Error('There is no item.')
    await chain.put(first, 1_000n)
    const before = (await take([sourceOf('gnosis', [healthy.url])], metrics)).snapshot
    await chain.put(first, 2_000n)
    spoilt.fault = { kind: 'race' }
    const { snapshot, requests } = await take([sourceOf('gnosis', [spoilt.url])], metrics, before)
    expect(snapshot.id).toBe(before.id)
    expect(numOf(snapshot, weight()).value?.raw).toBe(3_000n)
    // Once more at the hash of the header.
    expect(requests.gnosis).toBe(2)
  })

  it('follows a reorganisation to another block of the same height', async () => {
    const metrics = smallMetrics(chain)
    const source = sourceOf('gnosis', [healthy.url])
    const state = await chain.send('evm_snapshot')
    await chain.put(chain.items[0] ?? chain.shelf, 11n)
    const before = (await take([source], metrics)).snapshot
    await chain.send('evm_revert', state)
    await chain.put(chain.items[0] ?? chain.shelf, 22n)
    const after = (await take([source], metrics, before)).snapshot
    expect(after.asOf.gnosis?.block).toBe(before.asOf.gnosis?.block)
    expect(after.asOf.gnosis?.hash).not.toBe(before.asOf.gnosis?.hash)
    expect(numOf(after, weight()).value?.raw).toBe(66n)
  })
})

describe('a URL that breaks off in the middle', () => {
  it('is replaced at the very same block', async () => {
    // It gives the head and the first answers, but knows no block by its hash.
    spoilt.fault = { kind: 'no-such-hash' }
    const source = sourceOf('gnosis', [spoilt.url, healthy.url])
    const { snapshot } = await take([source], smallMetrics(chain))
    expect(snapshot.failures).toEqual({})
    expect(numOf(snapshot, weight()).status).toBe('ok')
    expect(source.endpoints[0]?.lastFailure?.code).toBe('lagging')
    expect(source.answeredBy()).toBe(new URL(healthy.url).host)
  })

  it('is found out when it runs pinned calls on a block of its own choice', async () => {
    spoilt.fault = { kind: 'ignores-hash' }
    const { snapshot } = await take([sourceOf('gnosis', [spoilt.url])], smallMetrics(chain))
    expect(snapshot.failures.gnosis?.code).toBe('garbled')
  })
})

describe('a chain whose every URL is dead', () => {
  it('ends after the time of two and a half requests, however many there are', async () => {
    spoilt.fault = { kind: 'hang' }
    const urls = Array.from({ length: 9 }, (_, index) => `${spoilt.url}/${index}`)
    spoilt.reset()
    const { snapshot, requests } = await take([sourceOf('gnosis', urls, { timeoutMs: 200 })], smallMetrics(chain))
    expect(snapshot.failures.gnosis?.code).toBe('timeout')
    expect(spoilt.requests).toBeLessThanOrEqual(3)
    expect(requests.gnosis).toBe(spoilt.requests)
  })

  it('tries those first that were not tried the last time', async () => {
    spoilt.fault = { kind: 'hang' }
    const urls = [...Array.from({ length: 4 }, (_, index) => `${spoilt.url}/${index}`), healthy.url]
    const source = sourceOf('gnosis', urls, { timeoutMs: 1_500 })
    const first = (await take([source], smallMetrics(chain))).snapshot
    expect(first.failures.gnosis?.code).toBe('timeout')
    const second = (await take([source], smallMetrics(chain), first)).snapshot
    expect(second.failures).toEqual({})
  })
})
