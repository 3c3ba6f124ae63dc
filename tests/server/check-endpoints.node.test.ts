import { spawn } from 'node:child_process'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Chain, chainBySlug } from '@/lib/chains'
import { failure } from '@/lib/errors'
import { checkEndpoint, type EndpointCheck } from '@/lib/reader/check-endpoint'
import { checkedLine, isUsable, nameOf } from '@/lib/server/check-endpoints-text'
import { type Fault, type FaultProxy, startFaultProxy } from '../support/fault-proxy'
import { type SmallChain, startSmallChain } from '../support/small-chain'

const gnosis: Chain = chainBySlug('gnosis')
let chain: SmallChain
let proxy: FaultProxy
let now: number

beforeAll(async () => {
  chain = await startSmallChain(100)
  proxy = await startFaultProxy(chain.url)
  const { timestamp } = (await chain.send('eth_getBlockByNumber', 'latest', false)) as { timestamp: string }
  now = Number(timestamp) + 5
})
afterAll(async () => {
  await proxy?.stop()
  await chain?.stop()
})
beforeEach(() => {
  proxy.fault = null
})

const run = (args: readonly string[], variables: Readonly<Record<string, string>> = {}) =>
  new Promise<{ readonly code: number | null; readonly text: string }>((resolve) => {
    const env = { ...process.env, ...variables }
    const child = spawn(process.execPath, ['--import', 'tsx', 'lib/server/check-endpoints.ts', ...args], { env })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString()))
    child.once('close', (code) => resolve({ code, text }))
  })

describe('what is found out of a node', () => {
  const check = (fault: Fault | null = null) => {
    proxy.fault = fault
    return checkEndpoint(gnosis, proxy.url, 2_000, now)
  }

  it('is its newest block, its batches, its old states and its speed', async () => {
    expect(await check()).toMatchObject({ batch: 50, archive: true, milliseconds: expect.any(Number) })
  })

  it.each<readonly [Fault, Partial<EndpointCheck>]>([
    [{ kind: 'batch-above', most: 3 }, { batch: 3 }],
    [{ kind: 'batch-above', most: 10 }, { batch: 10 }],
    [{ kind: 'no-batch' }, { batch: 1 }],
    [{ kind: 'no-batch-text' }, { batch: 1 }],
  ])('with the fault %o is its limit', async (fault, found) => {
    expect(await check(fault)).toMatchObject(found)
  })

  it.each<readonly [Fault, string]>([
    [{ kind: 'redirect' }, 'moved'],
    [{ kind: 'unauthorized' }, 'refused'],
    [{ kind: 'object-200' }, 'rate-limited'],
    [{ kind: 'hang' }, 'timeout'],
    [{ kind: 'html-200' }, 'garbled'],
    [{ kind: 'wrong-chain-id' }, 'wrong-chain'],
    [{ kind: 'null-results' }, 'garbled'],
  ])('with the fault %o is why it cannot be used', async (fault, code) => {
    expect(await check(fault)).toMatchObject({ code })
  })
})

describe('the line of an endpoint', () => {
  const head = { number: 9n, hash: `0x${'0'.repeat(64)}`, timestamp: 1_000, finality: 'latest' } as const
  const good: EndpointCheck = { head, batch: 10, archive: false, milliseconds: 87 }
  const url = 'https://gnosis.drpc.org'
  const line = (check: Partial<EndpointCheck>, at = 1_008) =>
    checkedLine(gnosis, { name: 'gnosis.drpc.org', url, check: { ...good, ...check } }, 15, at).trim()

  it('says what it allows, and where that differs from its mark', () => {
    expect(line({ batch: 3, archive: true })).toBe(
      'gnosis.drpc.org  newest block 8 s old, batches of 3, old states, 87 ms',
    )
    expect(line({ archive: null })).toBe(
      'gnosis.drpc.org  newest block 8 s old, batches of 10, old states not known, 87 ms (marked: batches of 3)',
    )
    expect(line({ batch: 1 })).toContain('no batches, no old states, 87 ms (marked: batches of 3, old states)')
    expect(line({ batch: null })).toContain('batches not tried: too many requests')
  })

  it('says that a node stands still, and does not count it', () => {
    expect(line({}, 1_000 + 7_300)).toContain('stands still: newest block 2 h old')
    expect(isUsable({ name: '', url, check: good }, 1_600)).toBe(true)
    expect(isUsable({ name: '', url, check: good }, 1_601)).toBe(false)
    expect(isUsable({ name: '', url, check: failure('timeout') }, 1_000)).toBe(false)
  })

  it('names public URLs by their host, and one’s own by their variable alone', () => {
    expect(nameOf(gnosis, url, 2)).toBe('gnosis.drpc.org')
    expect(nameOf(gnosis, 'https://k3y.node.example/v2/k3y', 1)).toBe('RPC_URL_100, URL 2')
  })
})

describe('npm run check-endpoints', () => {
  it('asks the URLs of the environment, prints no part of them, and ends with 0 where one can be used', async () => {
    await chain.mine()
    const dead = 'http://user:k3yTh4t@127.0.0.1:9/k3yTh4t'
    const { code, text } = await run(['gnosis'], { RPC_URL_100: `${dead},${proxy.url}/?key=k3yTh4t` })
    expect(text).toContain('RPC_URL_100, URL 1  The node could not be reached.')
    expect(text).toContain('1 of 2 can be used.')
    expect(text).not.toMatch(/k3yTh4t|127\.0\.0\.1/)
    expect(code).toBe(0)
  })

  it('ends with 1 where a chain has none, and says so, one plain line for each URL', async () => {
    const { code, text } = await run(['base'], { RPC_URL_8453: 'http://127.0.0.1:9,http://127.0.0.1:10' })
    const [title, first, second, count] = text.split('\n')
    expect([title, first, second, count]).toEqual([
      'Base (chain 8453)',
      '  RPC_URL_8453, URL 1  The node could not be reached.',
      '  RPC_URL_8453, URL 2  The node could not be reached.',
      '0 of 2 can be used.',
    ])
    expect(code).toBe(1)
    expect(text).not.toContain('    at ')
  })

  it.each([[['mars']], [['--fast']]])('ends with 2 and its usage for %j', async (args) => {
    const { code, text } = await run(args)
    expect([code, text]).toEqual([2, expect.stringContaining('npm run check-endpoints [-- ethereum base …]')])
  })

  it('says in one sentence which variable is wrong', async () => {
    const { code, text } = await run([], { RPC_URL_1: 'wss://user:k3yTh4t@node.example' })
    expect([code, text]).toEqual([1, expect.stringMatching(/^RPC_URL_1 holds .*\n$/)])
    expect(text).not.toContain('k3yTh4t')
  })
})
