import { afterAll, beforeAll, expect, test } from 'vitest'
import { chainBySlug, chainSlugs } from '@/lib/chains'
import { type Devnet, startDevnet } from '@/lib/devnet'
import { type Fixed, fixed, subtract, sum, toNumber } from '@/lib/math/fixed'
import { metrics } from '@/lib/metrics'
import { reconciliation } from '@/lib/metrics/tvl'
import { createSource } from '@/lib/reader/source'
import { takeSnapshot } from '@/lib/snapshot/take'
import type { Snapshot } from '@/lib/snapshot/types'

// The figures that two articles give of Spark, out of contract reads on the embedded network.

let devnet: Devnet
let snapshot: Snapshot

const amountOf = (id: string): Fixed => snapshot.numbers.find((num) => num.id === id)?.value ?? fixed(-1n, 0)
const millions = (id: string) => toNumber(amountOf(id)) / 1e6

beforeAll(async () => {
  const now = Date.UTC(2026, 6, 20) / 1000
  devnet = await startDevnet({ now })
  const sources = chainSlugs.map((slug) =>
    createSource({ chain: chainBySlug(slug), urls: [devnet.urls[slug]], finality: 'latest', quorum: 1 }),
  )
  const report = (error: unknown) => {
    throw error
  }
  snapshot = (await takeSnapshot({ sources, metrics, previous: null, now, report })).snapshot
})

afterAll(async () => {
  await devnet?.stop()
})

test('7.90 billion dollars are locked in Spark', () => {
  expect(millions('tvl.total-usd:all:TOTAL')).toBeCloseTo(7902, -1)
  expect(snapshot.numbers.find(({ id }) => id === 'tvl.total-usd:all:TOTAL')?.parts).toBeUndefined()
})

test('2.40 billion of them in treasuries, more than two thirds of that market', () => {
  expect(millions('rwa.spark-holding-usd:all:TOTAL')).toBeCloseTo(2400, 1)
  expect(millions('tvl.line-usd:all:RWA')).toBeCloseTo(2400, 1)
  expect(toNumber(amountOf('rwa.spark-share:all:TOTAL'))).toBeCloseTo(0.678, 3)
})

test('BUIDL 2.81 billion, USTB 490.7 million, JTRSY 237.1 million', () => {
  expect(millions('rwa.aum-usd:all:BUIDL_FUND')).toBeCloseTo(2810, 1)
  expect(millions('rwa.aum-usd:all:USTB')).toBeCloseTo(490.7, 1)
  expect(millions('rwa.aum-usd:all:JTRSY')).toBeCloseTo(237.1, 1)
})

test('gross less every step is the total, to the last digit, on every chain', () => {
  for (const scope of [...chainSlugs, 'all'] as const) {
    const of = (list: readonly { readonly id: string }[]) =>
      sum(list.flatMap(({ id }) => snapshot.numbers.find((num) => num.id === `${id}:${scope}:TOTAL`)?.value ?? []))
    const told = subtract(sum([of([reconciliation.from]), of(reconciliation.plus)]), of(reconciliation.less))
    expect(subtract(told, amountOf(`tvl.total-usd:${scope}:TOTAL`)).raw, scope).toBe(0n)
  }
})
