import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChainSlug, chainSlugs } from '@/lib/chains'
import { type Devnet, startDevnet } from '@/lib/devnet'
import type { Snapshot } from '@/lib/snapshot/types'
import { brokenLines, observe, recheckLines } from './check'
import { complaints } from './compare'
import { type Judgement, judge } from './referee'

// The same comparison on the embedded network, where SparkLend is Aave's own code and everything accrues.

let devnet: Devnet
let snapshot: Snapshot
let requests: Readonly<Partial<Record<ChainSlug, number>>>
let judgement: Judgement
const urlOf = (slug: ChainSlug) => devnet.urls[slug]

beforeAll(async () => {
  const day = (month: number, date: number) => Date.UTC(2026, month, date) / 1000
  devnet = await startDevnet({ now: day(6, 20), from: day(5, 20) })
  const taken = await observe(urlOf, 1)
  expect(taken.defects).toEqual([])
  snapshot = taken.snapshot
  requests = taken.requests
  judgement = await judge(urlOf, (slug) => snapshot.asOf[slug]?.block ?? 0n)
})
afterAll(async () => {
  await devnet?.stop()
})

test('every number is what the referee computes, none is missing and none is there besides', () => {
  expect(judgement.book.expected.size).toBeGreaterThan(1_000)
  expect(complaints(snapshot, judgement)).toEqual([])
})

test('a first reading takes at most three requests a chain and twelve in all', () => {
  for (const slug of chainSlugs) expect(requests[slug]).toBeLessThanOrEqual(3)
  expect(chainSlugs.reduce((sum, slug) => sum + (requests[slug] ?? 0), 0)).toBeLessThanOrEqual(12)
})

test('every re-check line prints what it promises', async () => {
  expect(await brokenLines(recheckLines(snapshot, urlOf))).toEqual([])
})
