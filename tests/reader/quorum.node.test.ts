import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy'
import { type SmallChain, startSmallChain } from '../support/small-chain'
import { badMetrics, smallMetrics } from '../support/small-metrics'
import { numOf, sourceOf, take } from './setup'

let chain: SmallChain
let nodes: FaultProxy[]

beforeAll(async () => {
  chain = await startSmallChain(100)
  nodes = await Promise.all([1, 2, 3].map(() => startFaultProxy(chain.url)))
})
afterAll(async () => {
  await Promise.all((nodes ?? []).map((node) => node.stop()))
  await chain?.stop()
})
afterEach(() => {
  for (const node of nodes) node.fault = null
})

const urls = (count = 3) => nodes.slice(0, count).map(({ url }) => url)
const spoil = (index: number, fault: FaultProxy['fault']) => {
  const node = nodes[index]
  if (node) node.fault = fault
}
const weight = () => `lend.weight:gnosis:${chain.items[0]}`
const metrics = () => [...smallMetrics(chain), ...badMetrics(chain)]

describe('a quorum', () => {
  it('of one asks one node and says so', async () => {
    const { snapshot } = await take([sourceOf('gnosis', urls())], metrics())
    expect(snapshot.asOf.gnosis?.agreement).toEqual({ agree: 1, of: 1 })
  })

  it('asks as many as must agree, failing contracts included', async () => {
    const { snapshot } = await take([sourceOf('gnosis', urls(), { quorum: 3 })], metrics())
    expect(snapshot.failures).toEqual({})
    expect(snapshot.asOf.gnosis?.agreement).toEqual({ agree: 3, of: 3 })
    const two = (await take([sourceOf('gnosis', urls(), { quorum: 2 })], metrics())).snapshot
    expect(two.asOf.gnosis?.agreement).toEqual({ agree: 2, of: 2 })
  })

  it.each([0, 1, 2])('of two outvotes a node that lies by one digit at place %i', async (liar) => {
    const right = numOf((await take([sourceOf('gnosis', [chain.url])], metrics())).snapshot, weight())
    spoil(liar, { kind: 'lie' })
    const { snapshot } = await take([sourceOf('gnosis', urls(), { quorum: 2 })], metrics())
    expect(snapshot.failures).toEqual({})
    expect(numOf(snapshot, weight()).value).toEqual(right.value)
    expect(snapshot.asOf.gnosis?.agreement.agree).toBe(2)
  })

  it('that is not reached keeps the last numbers, for that reason', async () => {
    const source = sourceOf('gnosis', urls(2), { quorum: 2 })
    const before = (await take([source], metrics())).snapshot
    spoil(1, { kind: 'lie' })
    const { snapshot } = await take([source], metrics(), before)
    expect(snapshot.failures.gnosis?.code).toBe('disagree')
    expect(numOf(snapshot, weight())).toMatchObject({ status: 'stale', value: numOf(before, weight()).value })
  })

  it('is not filled up by a node that does not answer', async () => {
    spoil(1, { kind: 'hang' })
    spoil(2, { kind: 'html-502' })
    const { snapshot } = await take([sourceOf('gnosis', urls(), { quorum: 2, timeoutMs: 1_500 })], metrics())
    expect(snapshot.failures.gnosis?.code).toBe('disagree')
  })
})

it('a single node that lies goes unnoticed, and the snapshot says that no other was asked', async () => {
  spoil(0, { kind: 'lie' })
  const { snapshot } = await take([sourceOf('gnosis', urls(1))], smallMetrics(chain))
  expect(snapshot.asOf.gnosis?.agreement ?? { agree: 1, of: 1 }).toEqual({ agree: 1, of: 1 })
})
