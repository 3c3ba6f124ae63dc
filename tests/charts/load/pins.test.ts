import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isChainSlug } from '@/lib/chains'
import { stateOf } from '@/lib/charts/answer/build'
import { charts } from '@/lib/charts/catalogue'
import { layoutChart } from '@/lib/charts/layout/layout-chart'
import { sizes } from '@/lib/charts/layout/sizes'
import { loadChart } from '@/lib/charts/load/load-chart'
import { parseChartRequest } from '@/lib/charts/load/parse-request'
import { pinOf } from '@/lib/charts/load/pin'
import type { ChartSource } from '@/lib/charts/load/source'
import { viewQuery } from '@/lib/charts/query/codec'
import { cardChartSize, renderCard } from '@/lib/charts/render/card'
import { renderCsv } from '@/lib/charts/render/csv'
import { renderEmbed } from '@/lib/charts/render/embed/document'
import { renderJson } from '@/lib/charts/render/json'
import { renderPng } from '@/lib/charts/render/png'
import { renderSvgFile } from '@/lib/charts/render/svg-file'
import type { Snapshot } from '@/lib/snapshot/types'
import { type Instant, openStore, type Point, type Store } from '@/lib/store'
import { chartSnapshot, fixtureGap, readFixtureSeries } from '../../support/fixture-history'

const DAY = 86_400
const { time } = chartSnapshot
const today = time - (time % DAY)
const folder = mkdtempSync(join(tmpdir(), 'sparkscope-pins-'))
/** What charts draw: amounts and ratios. */
const drawn = chartSnapshot.numbers.filter(({ unit }) => unit !== 'address')
const infos = drawn.map(({ id, unit, class: kind }) => ({ number: id, unit, class: kind }))
let store: Store

/** Days of every number, and what failed of them; the fixture's own gap is left out. */
const put = async (from: number, to: number, failed: (id: string, t: number) => boolean = () => false) => {
  const points: Point[] = []
  const instants = new Map<string, Instant>()
  for (const { id } of drawn)
    for (const { block, hash, timestamp, ...point } of readFixtureSeries(id, from, to, DAY)) {
      points.push(failed(id, point.t) ? { ...point, value: null, status: 'failed' } : point)
      const chain = id.split(':')[1] ?? ''
      if (block !== null && hash !== null && timestamp !== null && isChainSlug(chain))
        instants.set(`${chain} ${point.t}`, { chain, t: point.t, block, hash: `0x${hash.slice(2)}`, timestamp })
    }
  await store.putPoints(infos, [...instants.values()], points)
}

let source: ChartSource

const serve = (latest: Snapshot): void => {
  source = {
    network: 'live',
    now: () => chartSnapshot.time,
    latest: () => latest,
    store: { ...store, snapshotById: async (id) => (id === chartSnapshot.id ? chartSnapshot : null) },
  }
}

const load = async (slug: string, query: string) => {
  const { chart, view } = await parseChartRequest(source, slug, new URLSearchParams(query))
  return loadChart(source, chart, view)
}

const documents = async (slug: string, query: string): Promise<readonly string[]> => {
  const loaded = await load(slug, query)
  const state = stateOf(loaded)
  const layout = layoutChart(state, sizes.page, 'en')
  const svg = renderSvgFile(layout, { theme: 'light' })
  const card = renderCard(layoutChart(state, cardChartSize, 'en'), { theme: 'light' })
  const png = (await renderPng(card)).toString('base64')
  const pin = pinOf(loaded, state.x.from)
  const embed = renderEmbed(loaded, state, { nonce: 'n', pin, freshness: { fresh: 6, of: 6, age: 0, until: null } })
  return [JSON.stringify(renderJson(loaded, state, 'en')), renderCsv(state, 'zh-Hant'), svg, png, embed]
}

beforeAll(async () => {
  store = await openStore({ databaseUrl: null, dataDir: folder })
  // some days could not be read at all, and of one most numbers failed
  await put(today - 200 * DAY, today - 40 * DAY, (id, t) => t === today - 60 * DAY && !id.includes(':base:'))
  await put(today - 30 * DAY, today)
  await store.putGap({ chain: 'base', from: today - 39 * DAY, to: today - 31 * DAY, reason: { code: 'no-archive' } })
  await store.putGap(fixtureGap)
})
afterAll(async () => {
  await store?.close()
  rmSync(folder, { recursive: true, force: true })
})

const dayAgo = (days: number): string => new Date((today - days * DAY) * 1000).toISOString().slice(0, 10)
/** A pin that names days and no state of the history. */
const bareDays = (from: number, to: number): string => `pin=${dayAgo(from)}..${dayAgo(to)}&v=1`

const slugs = charts.map(({ slug }) => slug)

it('a pinned link gives the same bytes after the chains moved on, its gaps were filled, and history grew backwards', async () => {
  serve(chartSnapshot)
  const links: { slug: string; query: string; before: readonly string[] }[] = []
  for (const slug of slugs) {
    const { chart, view } = await parseChartRequest(source, slug, new URLSearchParams())
    const loaded = await loadChart(source, chart, view)
    const days = pinOf(loaded, stateOf(loaded).x.from)
    expect(days?.stored).toBeGreaterThan(0)
    for (const pin of [days, { snapshot: chartSnapshot.id, stored: loaded.stored }]) {
      const query = viewQuery(chart, { ...view, pin }).toString()
      links.push({ slug, query, before: await documents(slug, query) })
    }
  }
  const bare = bareDays(90, 20)
  const then = { tvl: await documents('tvl', bare), complete: (await load('tvl', bare)).complete }
  expect(then.complete).toBe(false)
  // a plan is drawn from its beginning, before the days that are pinned: what is missing there may come, too
  const vesting = await parseChartRequest(source, 'spk-vesting', new URLSearchParams(bareDays(20, 10)))
  const begun = (days: number) => ({ ...vesting.chart, extent: { plan: { from: today - days * DAY, to: time } } })
  const isComplete = async (days: number) => (await loadChart(source, begun(days), vesting.view)).complete
  expect([await isComplete(25), await isComplete(100)]).toEqual([true, false])

  await put(today - 45 * DAY, today - 25 * DAY)
  await put(today - 61 * DAY, today - 59 * DAY)
  await put(today - 380 * DAY, today - 200 * DAY)
  expect(await store.gaps(0, time)).toEqual([])
  serve({
    ...chartSnapshot,
    id: 'b'.repeat(64),
    time: time + 3 * DAY,
    // one number has gone, another has come
    numbers: chartSnapshot.numbers.filter(({ id }) => id !== 'savings.apy:base:SUSDS'),
  })

  for (const { slug, query, before } of links) {
    const after = await documents(slug, query)
    expect([slug, query, ...after.map((body, i) => body === before[i])]).toEqual([
      slug,
      query,
      true,
      true,
      true,
      true,
      true,
    ])
  }
  // without a state of the history a link shows what is known by now, and says that it may change
  expect((await documents('tvl', bare))[0] === then.tvl[0]).toBe(false)
  expect((await load('tvl', bare)).complete).toBe(true)
})

it('a store that never held the state that a link names says so', async () => {
  serve(chartSnapshot)
  const newest = await store.revision()
  for (const stored of [1, (newest?.storedAt ?? 0) + 1, 0])
    await expect(load('tvl', `pin=2025-05-01..2025-06-01@${stored}&v=1`)).rejects.toMatchObject({
      code: 'unknown-snapshot',
    })
})
