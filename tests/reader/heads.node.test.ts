import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { FailureCode } from '@/lib/errors'
import { majoritySeconds } from '@/lib/reader/head-judge'
import { createHeaderReader } from '@/lib/reader/headers'
import { type Fault, type FaultProxy, startFaultProxy } from '../support/fault-proxy'
import { type SmallChain, startSmallChain } from '../support/small-chain'
import { smallMetrics } from '../support/small-metrics'
import { numOf, sourceOf, take } from './setup'

let chain: SmallChain
let forged: SmallChain
let spoilt: FaultProxy
let healthy: FaultProxy
let third: FaultProxy

beforeAll(async () => {
  // The forged chain has the same contracts at the same addresses, a million blocks higher.
  chain = await startSmallChain(100)
  forged = await startSmallChain(100, { number: 1_000_000 })
  spoilt = await startFaultProxy(chain.url)
  healthy = await startFaultProxy(chain.url)
  third = await startFaultProxy(chain.url)
})
afterAll(async () => {
  await Promise.all([spoilt?.stop(), healthy?.stop(), third?.stop()])
  await Promise.all([chain?.stop(), forged?.stop()])
})
afterEach(() => {
  for (const proxy of [spoilt, healthy, third]) {
    proxy.fault = null
    proxy.upstream = chain.url
  }
})

type Fields = Readonly<Record<string, unknown>>
const hex = (value: number | bigint) => `0x${value.toString(16)}`
const day = 86_400
const clock = () => Math.floor(Date.now() / 1000)
const header = (fields: (known: Fields) => Fields): Fault => ({
  kind: 'header',
  change: (known) => ({ ...known, ...fields(known) }),
})
const without = (field: string): Fault => ({
  kind: 'header',
  change: (known) => Object.fromEntries(Object.entries(known).filter(([name]) => name !== field)),
})
const weight = () => `lend.weight:gnosis:${chain.items[0]}`
const hostOf = ({ url }: FaultProxy) => new URL(url).host
const heightOf = async ({ send }: SmallChain) => BigInt(String(await send('eth_blockNumber')))

const impossible: readonly (readonly [string, Fault, FailureCode])[] = [
  ['whose time lies a day ahead', header(() => ({ timestamp: hex(clock() + day) })), 'ahead-of-clock'],
  ['whose time lies ten years ahead', header(() => ({ timestamp: hex(clock() + 3_650 * day) })), 'ahead-of-clock'],
  ['whose time is given in milliseconds', header(() => ({ timestamp: hex(Date.now()) })), 'ahead-of-clock'],
  ['whose time is 0', header(() => ({ timestamp: '0x0' })), 'garbled'],
  ['whose time is no number', header(() => ({ timestamp: '2026-12-01T00:00:00Z' })), 'garbled'],
  [
    'whose time went back while its height rose',
    header(({ number }) => ({
      number: hex(BigInt(String(number)) + 5n),
      timestamp: hex(clock() - day),
    })),
    'garbled',
  ],
  [
    'whose height lies a million blocks ahead',
    header(({ number }) => ({
      number: hex(BigInt(String(number)) + 1_000_000n),
    })),
    'ahead-of-pace',
  ],
  ['at height 0', header(() => ({ number: '0x0' })), 'lagging'],
  ['of a height greater than any number', header(() => ({ number: `0x${'f'.repeat(64)}` })), 'garbled'],
  ['without a hash', without('hash'), 'garbled'],
  ['without a height', without('number'), 'garbled'],
  ['with an empty hash, as a block that is still being made', header(() => ({ hash: null, number: null })), 'garbled'],
  ['with a hash of half the length', header(({ hash }) => ({ hash: String(hash).slice(0, 34) })), 'garbled'],
]

describe.each(impossible)('a head %s', (_, fault, code) => {
  it('is refused: the chain’s last numbers stand, stale, for one plain reason', async () => {
    const source = sourceOf('gnosis', [spoilt.url])
    const before = (await take([source], smallMetrics(chain))).snapshot
    spoilt.fault = fault
    const { snapshot } = await take([source], smallMetrics(chain), before)
    expect(snapshot.failures.gnosis?.code).toBe(code)
    expect(snapshot.asOf.gnosis).toEqual(before.asOf.gnosis)
    expect(snapshot.time).toBe(before.time)
    expect(numOf(snapshot, weight())).toMatchObject({ status: 'stale', code, value: numOf(before, weight()).value })
    spoilt.fault = null
    expect((await take([source], smallMetrics(chain), snapshot)).snapshot.failures).toEqual({})
  })

  it('is passed over where the chain has a healthy URL', async () => {
    const source = sourceOf('gnosis', [spoilt.url, healthy.url])
    const before = (await take([source], smallMetrics(chain))).snapshot
    spoilt.fault = fault
    const { snapshot } = await take([source], smallMetrics(chain), before)
    expect(snapshot.failures).toEqual({})
    expect(snapshot.asOf.gnosis?.block).toBe(await heightOf(chain))
    expect(source.endpoints[0]?.lastFailure?.code).toBe(code)
    expect(source.answeredBy()).toBe(hostOf(healthy))
  })
})

it('a header with fields of absurd size beside the ones that count is a good head', async () => {
  const absurd = { gasLimit: `0x${'f'.repeat(64)}`, difficulty: `0x${'9'.repeat(2_000)}`, extraData: 7, size: null }
  spoilt.fault = header(() => absurd)
  const { snapshot } = await take([sourceOf('gnosis', [spoilt.url])], smallMetrics(chain))
  expect(snapshot.failures).toEqual({})
  expect(numOf(snapshot, weight()).status).toBe('ok')
})

it('a hash that is not the block’s is found out, also where all calls were made before the hash was needed', async () => {
  const source = sourceOf('gnosis', [spoilt.url, healthy.url])
  const before = (await take([source], smallMetrics(chain))).snapshot
  await chain.mine()
  spoilt.fault = { kind: 'other-hash' }
  const { snapshot } = await take([source], smallMetrics(chain), before)
  const { hash } = (await chain.send('eth_getBlockByNumber', 'latest', false)) as { readonly hash: string }
  expect(snapshot.asOf.gnosis?.hash).toBe(hash)
  expect(source.endpoints[0]?.lastFailure?.code).toBe('lagging')
  const alone = (await take([sourceOf('gnosis', [spoilt.url])], smallMetrics(chain), before)).snapshot
  expect(alone.failures.gnosis?.code).toBe('lagging')
})

it('a header that hashes to its hash needs no other proof, and one of a kind not known here one call at its hash', async () => {
  const source = sourceOf('gnosis', [spoilt.url])
  const before = (await take([source], smallMetrics(chain))).snapshot
  await chain.mine()
  expect((await take([source], smallMetrics(chain), before)).requests.gnosis).toBe(1)
  spoilt.fault = header(() => ({ extraData: '0x1234' }))
  const { snapshot, requests } = await take([source], smallMetrics(chain), before)
  expect(snapshot.failures).toEqual({})
  expect(requests.gnosis).toBe(2)
})

describe('a node that is a million blocks ahead in all it says', () => {
  it('is refused by the pace since the last accepted head', async () => {
    const source = sourceOf('gnosis', [spoilt.url])
    const before = (await take([source], smallMetrics(chain))).snapshot
    spoilt.upstream = forged.url
    const { snapshot } = await take([source], smallMetrics(chain), before)
    expect(snapshot.failures.gnosis?.code).toBe('ahead-of-pace')
    expect(numOf(snapshot, weight())).toMatchObject({ status: 'stale', value: numOf(before, weight()).value })
  })

  it('is refused after a restart, too, by the last snapshot', async () => {
    const before = (await take([sourceOf('gnosis', [spoilt.url])], smallMetrics(chain))).snapshot
    spoilt.upstream = forged.url
    const { snapshot } = await take([sourceOf('gnosis', [spoilt.url])], smallMetrics(chain), before)
    expect(snapshot.failures.gnosis?.code).toBe('ahead-of-pace')
  })

  it('is refused at the very first reading, where another URL is far below', async () => {
    spoilt.upstream = forged.url
    for (const urls of [
      [spoilt.url, healthy.url],
      [spoilt.url, healthy.url, third.url],
      [healthy.url, spoilt.url, third.url],
    ]) {
      const { snapshot } = await take([sourceOf('gnosis', urls)], smallMetrics(chain))
      expect(snapshot.failures).toEqual({})
      expect(snapshot.asOf.gnosis?.block).toBe(await heightOf(chain))
    }
  })

  it('and was believed for want of others is taken back when the others disagree for the stated time', async () => {
    let passed = 0
    const source = sourceOf('gnosis', [spoilt.url, healthy.url, third.url], { now: () => clock() + passed })
    spoilt.upstream = forged.url
    for (const proxy of [healthy, third]) proxy.fault = { kind: 'html-502' }
    const poisoned = (await take([source], smallMetrics(chain))).snapshot
    expect(poisoned.asOf.gnosis?.block).toBe(await heightOf(forged))
    for (const proxy of [healthy, third]) proxy.fault = null
    spoilt.fault = { kind: 'html-502' }
    const doubted = (await take([source], smallMetrics(chain), poisoned)).snapshot
    expect(numOf(doubted, weight()).status).toBe('stale')
    passed = majoritySeconds
    const mended = (await take([source], smallMetrics(chain), doubted)).snapshot
    expect(mended.failures).toEqual({})
    expect(mended.asOf.gnosis?.block).toBe(await heightOf(chain))
    expect(numOf(mended, weight()).status).toBe('ok')
    // It stays so when the node that was wrong is back.
    spoilt.fault = null
    passed += 600
    const { snapshot } = await take([source], smallMetrics(chain), mended)
    expect(snapshot.asOf.gnosis?.block).toBe(await heightOf(chain))
  })
})

describe('a reorganisation to a lower head', () => {
  it('counts after the stated time, and the chain is stale till then', async () => {
    let passed = 0
    const source = sourceOf('gnosis', [healthy.url, third.url], { now: () => clock() + passed })
    const state = await chain.send('evm_snapshot')
    await chain.put(chain.items[0] ?? chain.shelf, 11n)
    await chain.mine(4)
    const before = (await take([source], smallMetrics(chain))).snapshot
    await chain.send('evm_revert', state)
    await chain.put(chain.items[0] ?? chain.shelf, 22n)
    const doubted = (await take([source], smallMetrics(chain), before)).snapshot
    expect(doubted.failures.gnosis?.code).toBe('lagging')
    passed = majoritySeconds
    const after = (await take([source], smallMetrics(chain), doubted)).snapshot
    expect(after.failures).toEqual({})
    expect(after.asOf.gnosis?.block).toBe(await heightOf(chain))
    expect(numOf(after, weight()).value?.raw).toBe(66n)
  })
})

describe('two URLs on two branches of a chain', () => {
  it('are never mixed, in whatever order they answer: every snapshot is of one block', async () => {
    const fork = await startSmallChain(100)
    try {
      await fork.send('anvil_mine', hex((await heightOf(chain)) - (await heightOf(fork)) - 1n))
      await fork.put(fork.items[0] ?? fork.shelf, 77n)
      await chain.put(chain.items[0] ?? chain.shelf, 55n)
      await fork.mine(Number((await heightOf(chain)) - (await heightOf(fork))))
      const source = sourceOf('gnosis', [spoilt.url])
      let last = (await take([source], smallMetrics(chain))).snapshot
      for (const [url, value] of [
        [fork.url, 231n],
        [chain.url, 165n],
        [fork.url, 231n],
      ] as const) {
        spoilt.upstream = url
        const { snapshot } = await take([source], smallMetrics(chain), last)
        expect(snapshot.failures).toEqual({})
        expect(snapshot.asOf.gnosis?.block).toBe(last.asOf.gnosis?.block)
        expect(snapshot.asOf.gnosis?.hash).not.toBe(last.asOf.gnosis?.hash)
        expect(numOf(snapshot, weight()).value?.raw).toBe(value)
        last = snapshot
      }
      // Where two must agree, neither branch has enough.
      healthy.upstream = fork.url
      spoilt.upstream = chain.url
      const both = sourceOf('gnosis', [spoilt.url, healthy.url], { quorum: 2 })
      const { snapshot } = await take([both], smallMetrics(chain), last)
      expect(snapshot.failures.gnosis?.code).toBe('disagree')
    } finally {
      await fork.stop()
    }
  })
})

it('a URL that leads to another chain from one reading to the next is found out', async () => {
  const other = await startSmallChain(8453)
  try {
    for (const fault of [null, { kind: 'no-batch' }] as const) {
      spoilt.upstream = chain.url
      spoilt.fault = fault
      const source = sourceOf('gnosis', [spoilt.url])
      const before = (await take([source], smallMetrics(chain))).snapshot
      expect(before.failures).toEqual({})
      await other.mine(40)
      spoilt.upstream = other.url
      const { snapshot } = await take([source], smallMetrics(chain), before)
      expect(snapshot.failures.gnosis?.code).toBe('wrong-chain')
      expect(numOf(snapshot, weight()).status).toBe('stale')
    }
  } finally {
    await other.stop()
  }
})

describe('headers for history', () => {
  const heads = (urls: readonly string[]) => createHeaderReader(sourceOf('gnosis', urls)).heads()
  const ahead = (name: string, fields: Fields): Fault => ({
    kind: 'header',
    change: (known, tag) => (tag === name ? { ...known, ...fields } : known),
  })
  const faults: readonly (readonly [string, Fault, string])[] = [
    ['a final block above the newest one', ahead('finalized', { number: '0xffff' }), 'not valid'],
    ['a final block later than the newest one', ahead('finalized', { timestamp: hex(clock() + 60) }), 'not valid'],
    ['a newest block of next year', ahead('latest', { timestamp: hex(clock() + 365 * day) }), 'in the future'],
  ]

  it.each(faults)('are not taken from a node that gives %s', async (_, fault, reason) => {
    spoilt.fault = fault
    await expect(heads([spoilt.url])).rejects.toThrow(reason)
    const { finalized, latest } = await heads([spoilt.url, healthy.url])
    expect(latest.number).toBe(await heightOf(chain))
    expect(finalized.number).toBeLessThanOrEqual(latest.number)
  })

  it('are not taken from a node that gives another block than the one asked for, or one of the future', async () => {
    const reader = createHeaderReader(sourceOf('gnosis', [spoilt.url]))
    spoilt.fault = header(() => ({ number: '0x3' }))
    await expect(reader.byNumber([2n])).rejects.toThrow('not valid')
    spoilt.fault = header(() => ({ timestamp: hex(clock() + day) }))
    await expect(reader.byNumber([2n])).rejects.toThrow('in the future')
  })
})
