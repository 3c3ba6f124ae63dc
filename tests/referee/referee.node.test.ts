import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ChainSlug, chainSlugs } from '@/lib/chains'
import type { Snapshot } from '@/lib/snapshot/types'
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy'
import { brokenLines, observe, recheckLines } from './check'
import { complaints } from './compare'
import { type Judgement, judge } from './referee'
import { isSilent, type State, startState } from './state'

// Six nodes with a state that no one has chosen, and every number of it against an own reading of the definitions.
// More seeds than these: npx tsx tests/referee/more-seeds.ts 100 140

const shell = promisify(execFile)
const returnedAtMost = 90_000
/** Bytes of the largest answer; one that was refused has none. */
const largest = ({ ethCalls }: FaultProxy) => Math.max(...ethCalls.map((bytes) => bytes ?? 0))

describe.each([0, 5, 14])('a state drawn from seed %i', (seed) => {
  let state: State
  let proxies: readonly (readonly [ChainSlug, FaultProxy])[] = []
  let snapshot: Snapshot
  let judgement: Judgement
  let cold: Readonly<Partial<Record<ChainSlug, number>>>
  const urlOf = (slug: ChainSlug) => state.nodes[slug].url
  const throughProxy = (slug: ChainSlug) => proxies.find(([each]) => each === slug)?.[1].url ?? ''

  beforeAll(async () => {
    state = await startState(seed)
    proxies = await Promise.all(chainSlugs.map(async (slug) => [slug, await startFaultProxy(urlOf(slug))] as const))
    const taken = await observe(throughProxy, 1)
    expect(taken.defects).toEqual([])
    cold = taken.requests
    snapshot = taken.snapshot
    judgement = await judge(urlOf, (slug) => snapshot.asOf[slug]?.block ?? 0n)
  })
  afterAll(async () => {
    await Promise.all(proxies.map(([, proxy]) => proxy.stop()))
    await state?.stop()
  })

  test('gives every number as the referee computes it, none missing and none besides', () => {
    expect(judgement.book.expected.size).toBeGreaterThan(500)
    expect(complaints(snapshot, judgement)).toEqual([])
  })

  test('is read on every chain, and has all kinds of trouble', () => {
    expect(snapshot.failures).toEqual({})
    const said = new Set([...judgement.book.expected.values()].map(({ status }) => status))
    expect(said).toContain('ok')
    expect(said).toContain('absent')
  })

  // A refusal without a word may be a neighbour's want of gas, and is asked again alone: that costs a first reading more.
  test('takes three requests a chain at first where contracts refuse with a word', () => {
    for (const [slug, proxy] of proxies) {
      expect(cold[slug]).toBeLessThanOrEqual(isSilent(seed) ? 10 : 3)
      expect(largest(proxy)).toBeLessThanOrEqual(returnedAtMost)
    }
  })

  test('takes one request a chain later, of 90 kB a call, with the same result', async () => {
    for (const [, proxy] of proxies) proxy.reset()
    const later = await observe(throughProxy, 2)
    for (const slug of chainSlugs) expect(later.requests[slug]).toBe(1)
    for (const [, proxy] of proxies) expect(largest(proxy)).toBeLessThanOrEqual(returnedAtMost)
    expect(later.snapshot.id).toBe(snapshot.id)
  })

  test('has re-check lines that print what they promise', async () => {
    const lines = recheckLines(snapshot, urlOf)
    expect(lines.length).toBeGreaterThan(500)
    expect(await brokenLines(lines)).toEqual([])
  })

  test('has a re-check line that prints the same when pasted into a shell', async () => {
    const lines = recheckLines(snapshot, urlOf)
    const some = lines.filter((_, index) => index % Math.ceil(lines.length / 6) === 0)
    for (const { command, expect: promised, url } of some) {
      const rpc = Object.fromEntries([...command.matchAll(/\$(RPC_URL_\d+)/g)].map(([, name]) => [name, url]))
      const { stdout } = await shell('sh', ['-c', command], { env: { ...process.env, ...rpc }, maxBuffer: 2 ** 24 })
      expect(JSON.parse(stdout).result).toBe(promised)
    }
  })
})
