import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ChainSlug } from '@/lib/chains'
import { createHistory, type History, type HistoryOptions } from '@/lib/collector/history'
import type { ChainProgress } from '@/lib/collector/history-types'
import { instantsBetween } from '@/lib/collector/instants'
import { openStore, type Store } from '@/lib/store'
import { sourceOf } from '../reader/setup'
import { engines } from '../store/engines'
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy'
import { smallMetrics } from '../support/small-metrics'
import { until } from '../support/until'
import { HOUR, type PastChain, startPast } from './past'

type Slug = 'ethereum' | 'gnosis'
const slugs = ['ethereum', 'gnosis'] as const satisfies readonly ChainSlug[]
const folders: string[] = []
let pasts: Record<Slug, PastChain>
let proxies: Record<Slug, FaultProxy>

beforeAll(async () => {
  const [ethereum, gnosis] = await Promise.all([startPast(1, 40), startPast(100, 24, 24 * HOUR)])
  pasts = { ethereum, gnosis }
  const [one, other] = await Promise.all([startFaultProxy(ethereum.chain.url), startFaultProxy(gnosis.chain.url)])
  proxies = { ethereum: one, gnosis: other }
})
afterAll(async () => {
  for (const slug of slugs) {
    await proxies?.[slug].stop()
    await pasts?.[slug].chain.stop()
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
afterEach(() => {
  for (const slug of slugs) proxies[slug].fault = null
})

const emptyStore = () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sparkscope-history-'))
  folders.push(dataDir)
  return openStore({ databaseUrl: null, dataDir })
}

const metrics = () => smallMetrics(pasts.ethereum.chain)

const historyOf = (
  store: HistoryOptions['store'],
  read: readonly Slug[] = slugs,
  more: Partial<HistoryOptions> = {},
): History =>
  createHistory({
    sources: read.map((slug) => sourceOf(slug, [proxies[slug].url])),
    universe: slugs,
    metrics: metrics(),
    store,
    waitMs: 5,
    tries: 3,
    report: (error) => {
      throw error
    },
    ...more,
  })

const reset = () => {
  for (const slug of slugs) proxies[slug].reset()
}

/** From before the first block of either chain to after the last one that is final. */
const everySixHours = () => {
  const start = Math.min(pasts.ethereum.start, pasts.gnosis.start)
  return instantsBetween(start - 90 * HOUR, start + 150 * HOUR, 6 * HOUR)
}

const pointsOf = async (store: Store, slug: string, key: string, metric = 'lend.amount') =>
  store.readSeries(`${metric}:${slug}:${key}`, 0, 1e11, HOUR)

const decimal = (amount: bigint) => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`.replace(/\.?0+$/, '')

/** The instants that are final on a chain and not before its first block, oldest first. */
const readable = (slug: Slug, instants: readonly number[]) => {
  const { blockAt, finalTime } = pasts[slug]
  return [...instants].reverse().filter((t) => blockAt(t) !== null && t <= finalTime)
}

/** How many different blocks the readable instants stand for. */
const blocksOf = (slug: Slug, instants: readonly number[]) =>
  new Set(readable(slug, instants).map((t) => pasts[slug].blockAt(t)?.number)).size

/** Every point against a call of its own at the block that looking at every header finds. */
const expectRight = async (store: Store, slug: Slug, instants: readonly number[]) => {
  const past = pasts[slug]
  for (const address of past.chain.items) {
    const points = await pointsOf(store, slug, address)
    expect(points.map(({ t }) => t)).toEqual(readable(slug, instants))
    for (const point of points) {
      const block = past.blockAt(point.t)
      const amount = block && (await past.amountAt(address, block.number))
      expect(point).toMatchObject({ block: block?.number, hash: block?.hash, timestamp: block?.timestamp })
      expect(point).toMatchObject({ value: amount === null ? null : decimal(amount), status: 'ok', methodVersion: 1 })
    }
  }
}

describe.each(engines)('history on $name', (engine) => {
  let store: Store
  beforeAll(async () => {
    await engine.start()
    store = await openStore(await engine.place())
  })
  afterAll(async () => {
    await store.close()
    await engine.stop()
  })

  it('holds at each instant what the contracts said at the last block at or before it', async () => {
    const instants = everySixHours()
    reset()
    const results = await historyOf(store).fill({ instants })
    for (const { chain, ...count } of results) {
      const read = readable(chain as Slug, instants).length
      const begun = instants.filter((t) => pasts[chain as Slug].blockAt(t) !== null).length
      expect(count).toEqual({
        asked: instants.length,
        stored: 0,
        read,
        notBegun: instants.length - begun,
        notFinal: begun - read,
        failed: 0,
        reason: null,
      })
      expect(Math.min(read, count.notBegun, count.notFinal)).toBeGreaterThan(0)
    }
    for (const slug of slugs) await expectRight(store, slug, instants)
  })

  it('makes no call the second time', async () => {
    reset()
    const results = await historyOf(store).fill({ instants: everySixHours() })
    for (const { chain, stored, read } of results)
      expect([chain, stored, read]).toEqual([chain, readable(chain as Slug, everySixHours()).length, 0])
    for (const slug of slugs) expect(proxies[slug].ethCalls).toEqual([])
  })

  it('asks nothing at all of a chain whose instants are all stored', async () => {
    reset()
    const both = everySixHours().filter((t) => slugs.every((slug) => readable(slug, [t]).length === 1))
    await historyOf(store).fill({ instants: both })
    for (const slug of slugs) expect(proxies[slug].requests).toBe(0)
  })

  it('sums over chains at the same instant, and keeps no sum while a chain may still be read', async () => {
    const both = everySixHours().filter((t) => slugs.every((slug) => readable(slug, [t]).length === 1))
    const sums = await pointsOf(store, 'all', 'TOTAL', 'lend.total-weight')
    // Before both chains began one of them is all there is; after the end of one the sum waits for it.
    const early = everySixHours().filter((t) => slugs.filter((slug) => readable(slug, [t]).length === 1).length === 1)
    const waiting = early.filter((t) => t > Math.min(...slugs.map((slug) => pasts[slug].finalTime)))
    expect(waiting.length).toBeGreaterThan(0)
    for (const t of waiting) expect(sums.some((point) => point.t === t)).toBe(false)
    for (const t of both) {
      const parts = await Promise.all(
        slugs.map(async (slug) =>
          (await pointsOf(store, slug, 'TOTAL', 'lend.total-weight')).find((point) => point.t === t),
        ),
      )
      const sum = parts.reduce((total, point) => total + Number(point?.value), 0)
      const point = sums.find((each) => each.t === t)
      expect([t, Number(point?.value).toFixed(2), point?.status]).toEqual([t, sum.toFixed(2), 'ok'])
    }
  })
})

describe('the cost', () => {
  /** Reads whose questions do not depend on what changes, as those of the catalogue. */
  const amounts = () => metrics().filter(({ id }) => id === 'lend.amount')

  it('is one call a block, whatever the number of instants it stands for, and one more for the very first', async () => {
    const store = await emptyStore()
    const { start } = pasts.ethereum
    const instants = instantsBetween(start, start + 120 * HOUR, HOUR)
    reset()
    await historyOf(store, ['ethereum'], { metrics: amounts() }).fill({ instants })
    const blocks = blocksOf('ethereum', instants)
    expect(blocks).toBeLessThan(instants.length / 2)
    expect(proxies.ethereum.ethCalls.length).toBe(blocks + 1)
    await store.close()
  })

  it('is the same for a run that is stopped half-way and started again', async () => {
    const store = await emptyStore()
    const { start } = pasts.ethereum
    const instants = instantsBetween(start, start + 120 * HOUR, HOUR)
    reset()
    const stopping = new AbortController()
    const onProgress = ({ read }: ChainProgress) => {
      if (read >= 50) stopping.abort()
    }
    const options = { metrics: amounts() }
    const [first] = await historyOf(store, ['ethereum'], options).fill({
      instants,
      signal: stopping.signal,
      onProgress,
    })
    expect(first?.read).toBeGreaterThanOrEqual(50)
    expect(first?.read).toBeLessThan(readable('ethereum', instants).length)
    const [second] = await historyOf(store, ['ethereum'], options).fill({ instants })
    expect((first?.read ?? 0) + (second?.read ?? 0)).toBe(readable('ethereum', instants).length)
    expect(second?.stored).toBe(first?.read)
    // Either run's very first reading asks what there is before it asks of it.
    expect(proxies.ethereum.ethCalls.length).toBe(blocksOf('ethereum', instants) + 2)
    await expectRight(store, 'ethereum', instants)
    await store.close()
  })
})

describe('a chain on its own', () => {
  it('is read alone, and the sums follow when the other is read, without reading the first again', async () => {
    const [store, whole] = [await emptyStore(), await emptyStore()]
    const instants = everySixHours()
    await historyOf(store, ['ethereum']).fill({ instants })
    expect(await pointsOf(store, 'all', 'TOTAL', 'lend.total-weight')).toEqual([])
    reset()
    await historyOf(store, ['gnosis']).fill({ instants })
    expect(proxies.ethereum.requests).toBe(0)
    await historyOf(whole).fill({ instants })
    const both = (t: number) => slugs.every((slug) => readable(slug, [t]).length === 1)
    const sums = await pointsOf(whole, 'all', 'TOTAL', 'lend.total-weight')
    const later = await pointsOf(store, 'all', 'TOTAL', 'lend.total-weight')
    expect(later.filter(({ t }) => both(t))).toEqual(sums.filter(({ t }) => both(t)))
    expect(sums.some(({ t }) => both(t))).toBe(true)
    await store.close()
    await whole.close()
  })
})

describe('a node without old states', () => {
  it('is recognised by one call; the gap is kept with its reason, the other chain goes on, and no part passes for a sum', async () => {
    const store = await emptyStore()
    const instants = everySixHours()
    const known = readable('ethereum', instants)
    const middle = known[Math.floor(known.length / 2)] ?? 0
    const edge = pasts.ethereum.blockAt(middle)?.number ?? 0n
    proxies.ethereum.fault = { kind: 'pruned', hashes: pasts.ethereum.hashesBelow(edge) }
    const results = await historyOf(store).fill({ instants })
    const lost = known.filter((t) => (pasts.ethereum.blockAt(t)?.number ?? 0n) < edge)
    const begun = instants.filter((t) => pasts.ethereum.blockAt(t) !== null)
    expect(results.find(({ chain }) => chain === 'ethereum')).toMatchObject({
      failed: lost.length,
      read: known.length - lost.length,
      reason: 'The node no longer holds the state of this block.',
    })
    expect(lost.length).toBeGreaterThan(0)
    expect(await store.gaps(0, 1e11)).toEqual([
      {
        chain: 'ethereum',
        from: begun.at(-1),
        to: lost.at(-1),
        reason: { code: 'no-archive' },
      },
    ])
    await expectRight(store, 'gnosis', instants)
    const sums = await pointsOf(store, 'all', 'TOTAL', 'lend.total-weight')
    for (const t of lost.filter((each) => readable('gnosis', [each]).length === 1))
      expect(sums.find((point) => point.t === t)).toMatchObject({ status: 'failed', value: null })

    proxies.ethereum.fault = null
    reset()
    await historyOf(store).fill({ instants })
    expect(proxies.gnosis.ethCalls).toEqual([])
    expect(await store.gaps(0, 1e11)).toEqual([])
    await expectRight(store, 'ethereum', instants)
    const whole = await pointsOf(store, 'all', 'TOTAL', 'lend.total-weight')
    expect(whole.every(({ status }) => status === 'ok')).toBe(true)
    await store.close()
  })
})

describe('a node that limits requests', () => {
  it('is asked more slowly and answers in the end', async () => {
    const store = await emptyStore()
    const instants = everySixHours()
    proxies.gnosis.fault = { kind: 'text-429' }
    reset()
    const filling = historyOf(store, ['gnosis'], { waitMs: 50, tries: 6 }).fill({ instants })
    await until('two refusals', () => proxies.gnosis.requests >= 2)
    proxies.gnosis.fault = null
    const results = await filling
    expect(results).toMatchObject([{ failed: 0, read: readable('gnosis', instants).length }])
    await store.close()
  })

  it('that never answers is given up, as a gap that the next run closes', async () => {
    const store = await emptyStore()
    const instants = everySixHours()
    proxies.gnosis.fault = { kind: 'html-502' }
    const [failed] = await historyOf(store, ['gnosis']).fill({ instants })
    expect(failed).toMatchObject({ read: 0, failed: instants.length })
    expect(await store.gaps(0, 1e11)).toMatchObject([{ chain: 'gnosis', from: instants.at(-1), to: instants[0] }])
    await store.close()
  })
})
