import { beforeEach, describe, expect, it } from 'vitest'
import { chainSlugs } from '@/lib/chains'
import { stateOf } from '@/lib/charts/answer/build'
import { charts } from '@/lib/charts/catalogue'
import { ChartError } from '@/lib/charts/chart-error'
import { layoutChart } from '@/lib/charts/layout/layout-chart'
import { sizes } from '@/lib/charts/layout/sizes'
import { type LoadedChart, loadChart } from '@/lib/charts/load/load-chart'
import { parseChartRequest } from '@/lib/charts/load/parse-request'
import { pinOf } from '@/lib/charts/load/pin'
import type { ChartSource } from '@/lib/charts/load/source'
import { viewQuery } from '@/lib/charts/query/codec'
import type { View } from '@/lib/charts/query/view'
import { renderCsv } from '@/lib/charts/render/csv'
import { renderDrawing } from '@/lib/charts/render/drawing'
import { renderEmbed } from '@/lib/charts/render/embed/document'
import { renderJson } from '@/lib/charts/render/json'
import { textsOf } from '@/lib/charts/state/texts'
import { formatDate } from '@/lib/format/date'
import type { Snapshot } from '@/lib/snapshot/types'
import {
  chartSnapshot,
  fixtureGap,
  fixtureRevisions,
  fixtureStored,
  readFixtureSeries,
} from '../../support/fixture-history'
import { num } from '../../support/fixture-snapshot'

const DAY = 86_400

/** Later: three days have passed, every number has moved, and there is a savings product more. */
const later: Snapshot = {
  ...chartSnapshot,
  id: 'b'.repeat(64),
  time: chartSnapshot.time + 3 * DAY + 500,
  numbers: [
    ...chartSnapshot.numbers.map((each) =>
      each.value === null ? each : { ...each, value: { ...each.value, raw: each.value.raw * 2n } },
    ),
    num('savings.apy', 'arbitrum', 'SUSDS', '0.05'),
  ],
}

let reads: string[] = []

let revision = fixtureStored

let source: ChartSource

const serve = (
  latest: Snapshot | null,
  hasHours: (number: string) => boolean = () => true,
  isGone: (number: string) => boolean = () => false,
): void => {
  source = {
    network: 'live',
    now: () => chartSnapshot.time,
    latest: () => latest,
    store: {
      snapshotById: async (id) => [chartSnapshot, later].find((each) => each.id === id) ?? null,
      readSeries: async (number, from, to, every) => {
        reads.push(number)
        if (isGone(number)) return []
        return readFixtureSeries(number, from, to, every, latest?.time).filter(
          ({ t }) => t % DAY === 0 || hasHours(number),
        )
      },
      gaps: async () => [fixtureGap],
      ...fixtureRevisions,
      revision: async (storedAt) =>
        storedAt === undefined ? { id: revision, storedAt: revision } : fixtureRevisions.revision(storedAt),
    },
  }
}

beforeEach(() => {
  reads = []
  revision = fixtureStored
  serve(chartSnapshot)
})

const load = async (slug: string, query = '') => {
  const { chart, view } = await parseChartRequest(source, slug, new URLSearchParams(query))
  return loadChart(source, chart, view)
}

const jsonOf = (loaded: LoadedChart) => renderJson(loaded, stateOf(loaded), 'en')

const drawingOf = (loaded: LoadedChart) => {
  const state = stateOf(loaded)
  return renderDrawing(state, layoutChart(state, sizes.page, 'en'), 'en')
}

const documents = async (slug: string, query: string): Promise<string> => {
  const loaded = await load(slug, query)
  return JSON.stringify([jsonOf(loaded), renderCsv(stateOf(loaded), 'zh-Hant'), drawingOf(loaded)])
}

const slugs = charts.map(({ slug }) => slug)

describe('history', () => {
  it('that grows while the chains stand still is read anew, and else read once', async () => {
    await load('tvl')
    reads = []
    await load('tvl')
    expect(reads).toEqual([])
    revision += 1
    await load('tvl')
    expect(reads).not.toEqual([])
  })
})

describe('what a chart’s documents say', () => {
  it('of the SPK plan is told by the clock of Ethereum’s block, as its numbers are, whatever the newest block of all', async () => {
    const ethereum = chartSnapshot.asOf.ethereum
    if (ethereum === undefined) throw new Error('The fixture has read Ethereum.')
    serve({ ...chartSnapshot, time: ethereum.timestamp + 900 })
    const loaded = await load('spk-vesting', 'range=all')
    expect(loaded.asOf).toBe(ethereum.timestamp)
    expect(stateOf(loaded).asOf).toBe(ethereum.timestamp)
    for (const { points } of loaded.series) expect(points.at(-1)?.t).toBe(ethereum.timestamp)
    expect((await load('tvl')).asOf).toBe(ethereum.timestamp + 900)
  })

  it.each(slugs)('of %s end with the snapshot’s own values, to the last digit', async (slug) => {
    const { series, asOf, snapshot } = jsonOf(await load(slug, slug === 'spk-vesting' ? 'mode=observed&v=1' : ''))
    expect([asOf, snapshot]).toEqual([chartSnapshot.time, chartSnapshot.id])
    for (const { numbers, points } of series) {
      const own = chartSnapshot.numbers.find(({ id }) => id === numbers[0])
      const { raw, decimals } = own?.value ?? { raw: -1n, decimals: 0 }
      const [whole = '', fraction = ''] = points.at(-1)?.value?.split('.') ?? []
      expect(BigInt(whole + fraction.padEnd(decimals, '0'))).toBe(raw)
    }
    expect(series.length).toBeGreaterThan(2)
  })

  it('carry block, hash and method version in each row of a single chain', async () => {
    const csv = renderCsv(stateOf(await load('rates')), 'en')
      .trim()
      .split('\r\n')
    expect(csv[0]).toBe(
      'series,number,t,time,value,status,unit,class,chain,chain_id,block,block_hash,block_time,method_version,blocks,block_hashes,network,day',
    )
    for (const line of csv.slice(1)) {
      const cells = line.split(',')
      expect(cells).toHaveLength(18)
      expect(cells[8]).not.toBe('all')
      if (cells[5] !== 'failed') expect(cells[13]).toBe('1')
      expect(cells[16]).toBe('live')
      if (cells[5] === 'ok')
        expect([cells[10], cells[11]]).toEqual([
          expect.stringMatching(/^\d+$/),
          expect.stringMatching(`^${cells[8]}:0x[0-9a-f]{64}$`),
        ])
    }
  })

  it('name the network in each row, in the data and beside the picture: a local one is not mainnet', async () => {
    const live = stateOf(await load('tvl'))
    expect([textsOf(live, 'en').local, layoutChart(live, sizes.page, 'en').local]).toEqual([null, null])
    source = { ...source, network: 'embedded' }
    const loaded = await load('tvl')
    const state = stateOf(loaded)
    const rows = renderCsv(state, 'en').trim().split('\r\n').slice(1)
    expect(rows.every((row) => row.split(',')[16] === 'embedded')).toBe(true)
    expect(jsonOf(loaded).network).toBe('embedded')
    expect(layoutChart(state, sizes.page, 'en').local).toBe('Local network, not mainnet')
    expect(textsOf(state, 'zh-Hant').local).toBe('本機網路，並非主網')
  })

  it('say the same in .csv and .json; days that could not be read have rows that say so, and a gap', async () => {
    const loaded = await load('tvl')
    const csv = renderCsv(stateOf(loaded), 'en').trim().split('\r\n').slice(1)
    const cells = csv.map((line) => line.split(','))
    const isLost = ([, , t]: readonly string[]) => Number(t) > fixtureGap.from && Number(t) < fixtureGap.to
    const rows = jsonOf(loaded).series.flatMap(({ name, points }) => points.map(({ t, value }) => [name, t, value]))
    const read = cells.filter((each) => !isLost(each))
    expect(read.map(([name, , t, , value]) => [name, Number(t), value || null])).toEqual(rows)
    const lost = cells.filter(isLost)
    expect(lost).toHaveLength(4 * 11)
    for (const [, , , , value, status] of lost) expect([value, status]).toEqual(['', 'failed'])
  })

  it('name a block and its hash of each chain that a sum adds up', async () => {
    const loaded = await load('tvl')
    const state = stateOf(loaded)
    for (const { points } of jsonOf(loaded).series)
      for (const { t, status, blocks = {} } of points)
        if (status === 'ok')
          for (const chain of chainSlugs) {
            expect(blocks[chain]).toMatchObject({
              block: expect.stringMatching(/^\d+$/),
              hash: expect.stringMatching(/^0x/),
            })
            if (t === chartSnapshot.time) expect(blocks[chain]?.hash).toBe(chartSnapshot.asOf[chain]?.hash)
          }
    const [row = ''] = renderCsv(state, 'en').split('\r\n').slice(1)
    expect(row).toMatch(/,ethereum:\d+ gnosis:\d+ .*unichain:\d+,ethereum:0x[0-9a-f]+ gnosis:0x/)
  })

  it('of chosen chains name the blocks of these alone', async () => {
    const { series } = jsonOf(await load('tvl', 'chains=base,gnosis&v=1'))
    const [first] = series
    expect(Object.keys(first?.points.at(-1)?.blocks ?? {}).sort()).toEqual(['base', 'gnosis'])
  })

  it('have a row, a status or a gap for every instant, however the history was filled', async () => {
    const only = 'savings.apy:ethereum:SUSDS'
    // one series is filled alone where the others begin later, and another lacks days in the middle
    serve({ ...chartSnapshot, id: 'e'.repeat(64) })
    const { store } = source
    const holes = [chartSnapshot.time - 50 * DAY, chartSnapshot.time - 40 * DAY] as const
    source = {
      ...source,
      store: {
        ...store,
        readSeries: async (number, from, to, every) =>
          (await store.readSeries(number, from, to, every)).filter(
            ({ t }) =>
              (number === only || t > chartSnapshot.time - 200 * DAY) &&
              (number !== 'savings.apy:base:SUSDS' || t < holes[0] || t > holes[1]),
          ),
      },
    }
    const loaded = await load('rates', 'range=all&v=1')
    const csv = renderCsv(stateOf(loaded), 'en').trim().split('\r\n').slice(1)
    const byNumber = new Map<string, Set<string>>()
    for (const [, number = '', t = ''] of csv.map((line) => line.split(',')))
      byNumber.set(number, (byNumber.get(number) ?? new Set()).add(t))
    for (const instants of byNumber.values()) expect(instants).toEqual(byNumber.get(only))
    expect(byNumber.size).toBeGreaterThan(5)
  })

  it('name the days of a gap, from the first that is missing to the last', async () => {
    const { notes } = jsonOf(await load('tvl'))
    // the gap begins and ends on midnights that were read
    const [first, last] = [fixtureGap.from + DAY, fixtureGap.to - DAY]
    expect(notes.join(' ')).toContain(`${formatDate(first, 'en')} – ${formatDate(last, 'en')}: `)
  })

  it('leave a gap as one: no row is made up for days that could not be read', async () => {
    const { series, gaps } = jsonOf(await load('tvl'))
    expect(gaps).toEqual([{ ...fixtureGap, reason: 'The node no longer holds the state of this block.' }])
    for (const { points } of series)
      expect(points.filter(({ t }) => t > fixtureGap.from && t < fixtureGap.to)).toEqual([])
  })

  it('are read once a snapshot, however many documents ask', async () => {
    await documents('tvl', '')
    const dark = await load('tvl', 'theme=dark&v=1')
    renderEmbed(dark, stateOf(dark), { nonce: '', pin: null, freshness: { fresh: 6, of: 6, age: 0, until: null } })
    expect(reads).toHaveLength(new Set(reads).size)
  })

  it('draw hours in a month, days in more', async () => {
    const distance = async (query: string) => {
      const t = jsonOf(await load('rates', query)).series[0]?.points.map((point) => point.t) ?? []
      return (t[2] ?? 0) - (t[1] ?? 0)
    }
    expect(await distance('range=30d&v=1')).toBe(3_600)
    expect(await distance('range=90d&v=1')).toBe(DAY)
  })

  it('draw days in a month too where one of the series lacks its hours', async () => {
    const { chart, view } = await parseChartRequest(source, 'rates', new URLSearchParams('range=30d&v=1'))
    serve({ ...chartSnapshot, id: 'd'.repeat(64) }, (number) => number !== 'savings.apy:base:SUSDS')
    const { series } = jsonOf(await loadChart(source, chart, view))
    for (const { points } of series) expect(points.slice(0, -1).every(({ t }) => t % DAY === 0)).toBe(true)
  })
})

describe('a pinned link', () => {
  it.each(slugs.flatMap((slug) => ['days', 'snapshot'].map((kind) => [slug, kind] as const)))(
    'of %s to its %s gives the same bytes after the chains have moved on',
    async (slug, kind) => {
      const { chart, view } = await parseChartRequest(source, slug, new URLSearchParams())
      const loaded = await loadChart(source, chart, view)
      const days = pinOf(loaded, stateOf(loaded).x.from)
      const pin = kind === 'days' ? days : { snapshot: chartSnapshot.id }
      expect(pin).not.toBeNull()
      const query = viewQuery(chart, { ...view, pin }).toString()
      const before = await documents(slug, query)
      serve(later)
      expect((await documents(slug, query)) === before).toBe(true)
      expect((await documents(slug, '')) === before).toBe(false)
    },
  )

  it.each([
    'add=lend.borrow-apy:ethereum:WETH&pin=2025-01-01..2025-06-30&v=1',
    `add=lend.borrow-apy:ethereum:WETH&pin=${chartSnapshot.id}&v=1`,
  ])('still shows a series that has gone since: %s', async (query) => {
    const before = await documents('rates', query)
    serve({ ...later, numbers: later.numbers.filter(({ id }) => id !== 'lend.borrow-apy:ethereum:WETH') })
    expect((await documents('rates', query)) === before).toBe(true)
    await expect(load('rates', 'add=lend.borrow-apy:ethereum:WETH&v=1')).rejects.toThrow(ChartError)
  })

  it('names no day that is not yet stored for good', async () => {
    await expect(load('tvl', 'pin=2025-01-01..2025-07-01&v=1')).rejects.toThrow(ChartError)
    await expect(load('tvl', 'pin=2025-01-01..2025-06-30&v=1')).resolves.toMatchObject({ snapshot: null })
  })

  it('names a state of the history that the store has, and is kept for good without one only where nothing is missing', async () => {
    await expect(load('tvl', `pin=2025-01-01..2025-06-30@${fixtureStored}&v=1`)).resolves.toMatchObject({
      view: { pin: { stored: fixtureStored } },
    })
    await expect(load('tvl', 'pin=2025-01-01..2025-06-30@12&v=1')).rejects.toMatchObject({ code: 'unknown-snapshot' })
    await expect(load('tvl', `pin=${chartSnapshot.id}@12&v=1`)).rejects.toMatchObject({ code: 'unknown-snapshot' })
    // the gap lies in the first of these ranges
    expect((await load('tvl', 'pin=2025-01-01..2025-06-30&v=1')).complete).toBe(false)
    expect((await load('tvl', 'pin=2025-05-01..2025-06-30&v=1')).complete).toBe(true)
  })

  it('to days of which nothing, or not every number, is stored is not kept for good', async () => {
    const { view } = await load('tvl', 'pin=2025-05-01..2025-06-30&v=1')
    const [gone] = (await load('tvl', 'pin=2025-05-01..2025-06-30&v=1')).series
    for (const [id, isGone] of [
      ['c', () => true],
      ['d', (number: string) => number === gone?.id],
    ] as const) {
      serve({ ...chartSnapshot, id: id.repeat(64) }, undefined, isGone)
      expect(await load('tvl', 'pin=2025-05-01..2025-06-30&v=1')).toMatchObject({ view, complete: false })
      serve(later)
    }
  })

  it('to a snapshot that is not stored is said to be unknown', async () => {
    await expect(load('tvl', `pin=${'c'.repeat(64)}&v=1`)).rejects.toMatchObject({ code: 'unknown-snapshot' })
  })
})

describe('before the first snapshot', () => {
  it('nothing is drawn, and it is said why', async () => {
    serve(null)
    await expect(load('tvl')).rejects.toMatchObject({ code: 'not-ready' })
  })
})

describe('a query', () => {
  it('of a view is written and read back as the same view', async () => {
    const view = (await load('rates', 'mode=borrow&scale=log&chains=ethereum&range=90d&v=1')).view
    const [chart] = charts.filter(({ slug }) => slug === 'rates')
    if (chart === undefined) throw new Error('there is no chart of rates')
    expect((await parseChartRequest(source, 'rates', viewQuery(chart, view))).view).toEqual(view satisfies View)
  })
})
