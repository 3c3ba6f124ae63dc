import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type Chain, chainBySlug } from '@/lib/chains'
import type { PublicEndpoint } from '@/lib/chains/public-endpoint'
import { createSource } from '@/lib/reader/source'
import { repeatCalls } from '@/lib/snapshot/predict-calls'
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy'
import { type SmallChain, startSmallChain } from '../support/small-chain'
import { smallMetrics } from '../support/small-metrics'
import { sourceOf, take } from './setup'

let chain: SmallChain
let recent: FaultProxy
let archive: FaultProxy

beforeAll(async () => {
  chain = await startSmallChain(100)
  recent = await startFaultProxy(chain.url)
  archive = await startFaultProxy(chain.url)
})
afterAll(async () => {
  await Promise.all([recent?.stop(), archive?.stop()])
  await chain?.stop()
})
beforeEach(() => {
  for (const proxy of [recent, archive]) {
    proxy.fault = null
    proxy.reset()
  }
})

/** A source whose URLs carry these marks, in the order of the proxies. */
const marked = (...marks: readonly Omit<PublicEndpoint, 'url'>[]) => {
  const urls = [recent.url, archive.url].slice(0, marks.length)
  const endpoints = urls.map((url, index) => ({ url, ...marks[index] }))
  const gnosis: Chain = { ...chainBySlug('gnosis'), endpoints }
  return createSource({ chain: gnosis, urls, finality: 'latest', quorum: 1 })
}

it('an endpoint known to refuse batches is never sent one', async () => {
  const { snapshot } = await take([marked({ batch: 1 })], smallMetrics(chain))
  expect(snapshot.failures).toEqual({})
  expect(recent.methods).toHaveLength(recent.requests)
})

it('an endpoint known to take three requests at a time is sent no more', async () => {
  recent.fault = { kind: 'batch-above', most: 3 }
  const metrics = smallMetrics(chain)
  const source = marked({ batch: 3 })
  const cold = await take([source], metrics)
  recent.reset()
  const warm = await take([source], metrics, cold.snapshot)
  expect([warm.snapshot.id, recent.requests]).toEqual([cold.snapshot.id, 1])
})

it('the newest block is read from the first endpoint, a past one from one that keeps old states', async () => {
  const source = marked({ archive: false }, { archive: true })
  const { snapshot } = await take([source], smallMetrics(chain))
  expect(source.answeredBy()).toBe(new URL(recent.url).host)
  recent.reset()
  const then = snapshot.asOf.gnosis
  if (!then) throw new Error('The chain was not read.')
  const { block: number, hash, timestamp } = then
  const block = { number, hash, timestamp, finality: 'finalized' } as const
  const session = await source.open(repeatCalls(snapshot.calls.gnosis ?? []), block)
  expect([session.endpoint.host, recent.requests]).toEqual([new URL(archive.url).host, 0])
})

it('an endpoint that turns out to lack an old state is asked last for the next one, and first for new blocks', async () => {
  const source = marked({}, {})
  const { snapshot } = await take([source], smallMetrics(chain))
  const then = snapshot.asOf.gnosis
  if (!then) throw new Error('The chain was not read.')
  const { block: number, hash, timestamp } = then
  recent.fault = { kind: 'pruned', hashes: new Set([hash]) }
  const block = { number, hash, timestamp, finality: 'finalized' } as const
  const plan = repeatCalls(snapshot.calls.gnosis ?? [])
  await source.open(plan, block)
  expect(source.endpoints[0]).toMatchObject({ archive: false, backoffUntil: 0, lastFailure: { code: 'no-archive' } })
  recent.reset()
  await source.open(plan, block)
  expect(recent.requests).toBe(0)
  recent.fault = null
  await take([source], smallMetrics(chain), snapshot)
  expect(source.answeredBy()).toBe(new URL(recent.url).host)
})

it('an endpoint of one’s own has no marks, and keeps its place for history', async () => {
  const source = sourceOf('gnosis', [recent.url, archive.url])
  expect(source.endpoints.map(({ archive: keeps, batchLimit }) => [keeps, batchLimit])).toEqual([
    [null, Number.POSITIVE_INFINITY],
    [null, Number.POSITIVE_INFINITY],
  ])
})
