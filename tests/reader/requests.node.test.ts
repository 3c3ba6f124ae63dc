import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createReader } from '@/lib/reader/reader'
import { repeatCalls } from '@/lib/snapshot/predict-calls'
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy'
import { item, type SmallChain, startSmallChain, villain } from '../support/small-chain'
import { badMetrics, manyMetrics, smallMetrics } from '../support/small-metrics'
import { numOf, sourceOf, take } from './setup'

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
beforeEach(() => {
  proxy.fault = null
  proxy.reset()
})

describe('the requests of a chain', () => {
  it('are three for a first reading three calls deep, and one for every later one, with one eth_call', async () => {
    const source = sourceOf('gnosis', [proxy.url])
    const cold = await take([source], smallMetrics(chain))
    expect([proxy.requests, cold.requests.gnosis]).toEqual([3, 3])
    for (let round = 0; round < 3; round++) {
      proxy.reset()
      const warm = await take([source], smallMetrics(chain), cold.snapshot)
      expect([proxy.requests, warm.requests.gnosis]).toEqual([1, 1])
      expect(proxy.methods).toEqual(['eth_chainId', 'eth_getBlockByNumber', 'eth_call'])
    }
  })

  it('are one more when what has to be asked has changed', async () => {
    const source = sourceOf('gnosis', [proxy.url])
    const cold = (await take([source], smallMetrics(chain))).snapshot
    const [first] = chain.items
    if (!first) throw new Error('There is no item.')
    await chain.put(first, 4_000n)
    proxy.reset()
    const warm = (await take([source], smallMetrics(chain), cold)).snapshot
    // The scale is asked for another amount: that alone is new.
    expect(proxy.requests).toBe(2)
    expect(numOf(warm, `lend.weight:gnosis:${first}`).value?.raw).toBe(12_000n)
  })

  it('are two, one after the other, where batches are refused', async () => {
    const source = sourceOf('gnosis', [proxy.url])
    proxy.fault = { kind: 'no-batch' }
    const cold = (await take([source], smallMetrics(chain))).snapshot
    proxy.reset()
    await take([source], smallMetrics(chain), cold)
    expect(proxy.methods).toEqual(['eth_getBlockByNumber', 'eth_call'])
  })

  it('ask equal calls once, whichever metric makes them', async () => {
    const source = sourceOf('gnosis', [proxy.url])
    const { snapshot } = await take([source], smallMetrics(chain))
    const calls = snapshot.calls.gnosis ?? []
    expect(new Set(calls.map(({ address, calldata }) => `${address} ${calldata}`)).size).toBe(calls.length)
    // The list, and for each of three items its amount, scale, symbol and weight.
    expect(calls).toHaveLength(1 + 3 * 4)
  })

  it('are one with one eth_call for a point in the past', async () => {
    const source = sourceOf('gnosis', [proxy.url])
    const [first] = chain.items
    if (!first) throw new Error('There is no item.')
    await chain.put(first, 7n)
    const { snapshot } = await take([source], smallMetrics(chain))
    const then = snapshot.asOf.gnosis
    if (!then) throw new Error('The chain was not read.')
    const { block: number, hash, timestamp } = then
    await chain.put(first, 8n)
    await chain.mine(3)
    proxy.reset()
    const known = { number, hash, timestamp, finality: 'finalized' } as const
    const session = await source.open(repeatCalls(snapshot.calls.gnosis ?? []), known)
    const reader = createReader(session, source.chain, () => undefined)
    expect(await reader.read(item, first, 'amount')).toBe(7n)
    expect(session.block).toEqual(known)
    expect([proxy.requests, proxy.ethCalls.length]).toEqual([1, 1])
    // The block is known: its header is not read again.
    expect(proxy.methods).not.toContain('eth_getBlockByNumber')
  })
})

describe('a large reading', () => {
  it('comes in answers of at most 90 kB, cold and warm, in one request when warm', async () => {
    const source = sourceOf('gnosis', [proxy.url])
    const metrics = manyMetrics(chain, 900)
    const cold = (await take([source], metrics)).snapshot
    expect(numOf(cold, 'lend.all-parts:gnosis:TOTAL').status).toBe('ok')
    const inCold = [...proxy.ethCalls]
    proxy.reset()
    const warm = (await take([source], metrics, cold)).snapshot
    expect(warm.id).toBe(cold.id)
    expect(proxy.requests).toBe(1)
    expect(proxy.ethCalls).toHaveLength(2)
    for (const bytes of [...inCold, ...proxy.ethCalls]) expect(bytes).toBeLessThanOrEqual(90_000)
  })

  it.each([
    ['returned data', { kind: 'answer-above', most: 30_000 }],
    ['gas', { kind: 'calls-above', most: 200 }],
  ] as const)('is split where a node refuses so much %s, and the size that passed is remembered', async (_, fault) => {
    const source = sourceOf('gnosis', [proxy.url])
    proxy.fault = fault
    const metrics = manyMetrics(chain, 900)
    const cold = (await take([source], metrics)).snapshot
    expect(cold.failures).toEqual({})
    expect(proxy.ethCalls).toContain(null)
    proxy.reset()
    const warm = (await take([source], metrics, cold)).snapshot
    expect(warm.id).toBe(cold.id)
    expect(proxy.requests).toBe(1)
    expect(proxy.ethCalls).not.toContain(null)
  })

  it('does not shrink for good because of one call that no node would run', async () => {
    const source = sourceOf('gnosis', [proxy.url])
    proxy.fault = { kind: 'answer-above', most: 95_000 }
    const session = await source.open([])
    const reader = createReader(session, source.chain, () => undefined)
    const [first] = chain.items
    if (!first) throw new Error('There is no item.')
    const parts = Array.from({ length: 100 }, (_, index) => reader.read(item, first, 'part', [BigInt(index)]))
    const huge = reader.read(villain, chain.villain, 'huge', [200_000n])
    await expect(huge).rejects.toMatchObject({ name: 'RevertedError' })
    expect(await Promise.all(parts)).toHaveLength(100)
    expect(source.endpoints[0]?.answerLimit).toBe(88_000)
  })
})

describe('a contract that burns all gas, or refuses in silence', () => {
  it('spoils its own number only, and costs no request more once that is known', async () => {
    const source = sourceOf('gnosis', [proxy.url])
    // The villain is asked first: everything else stands behind it.
    const metrics = [...badMetrics(chain), ...manyMetrics(chain, 400)]
    const right = (await take([sourceOf('gnosis', [chain.url])], manyMetrics(chain, 400))).snapshot
    const cold = (await take([source], metrics)).snapshot
    expect(proxy.requests).toBeLessThanOrEqual(6)
    expect(cold.failures).toEqual({})
    const status = (key: string) => numOf(cold, `lend.bad:gnosis:${key}`)
    expect(status('burn')).toMatchObject({ status: 'failed', code: 'reverted', value: null })
    expect(status('silent')).toMatchObject({ status: 'failed', code: 'reverted', value: null })
    expect(status('loud')).toMatchObject({ status: 'failed', code: 'reverted', value: null })
    expect(status('nowhere')).toMatchObject({ status: 'absent', code: 'not-deployed', value: null })
    for (const num of right.numbers) expect(numOf(cold, num.id).value).toEqual(num.value)
    proxy.reset()
    const warm = (await take([source], metrics, cold)).snapshot
    expect(warm.id).toBe(cold.id)
    expect(proxy.requests).toBe(1)
    expect(source.endpoints[0]?.answerLimit).toBe(88_000)
  })

  it('is told from a neighbour that is well again', async () => {
    const source = sourceOf('gnosis', [proxy.url])
    const metrics = badMetrics(chain)
    const sick = (await take([source], metrics)).snapshot
    const code = (await chain.send('eth_getCode', chain.villain, 'latest')) as string
    const plan = repeatCalls(sick.calls.gnosis ?? [])
    expect(plan.filter(({ failed }) => failed)).toHaveLength(2)
    // Now `silent` answers 0x…01 while `burn` still burns: a dispatcher on the first byte of the selector.
    const burn = plan.find(({ failed }) => failed)?.calldata.slice(2, 4) ?? ''
    await chain.send('anvil_setCode', chain.villain, `0x5f3560f81c60${burn}14601157600160005260205ff35bfe`)
    await chain.mine()
    const well = (await take([source], metrics, sick)).snapshot
    const statuses = ['burn', 'silent'].map((key) => numOf(well, `lend.bad:gnosis:${key}`).status)
    expect(statuses.sort()).toEqual(['failed', 'ok'])
    await chain.send('anvil_setCode', chain.villain, code)
  })
})
