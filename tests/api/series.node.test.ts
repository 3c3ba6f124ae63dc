import { encodeFunctionData } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriesEndpoint } from '@/lib/api/endpoints/series'
import { Problem } from '@/lib/api/problem'
import { readSeriesAnswer, seriesCsv, seriesJson } from '@/lib/api/series'
import { seriesQueryOf } from '@/lib/api/series-query'
import { seriesText } from '@/lib/api/series-text'
import { chainBySlug } from '@/lib/chains'
import { createHistory } from '@/lib/collector/history'
import { instantsBetween } from '@/lib/collector/instants'
import { erc20 } from '@/lib/contracts/erc20'
import { type Devnet, startDevnet } from '@/lib/devnet'
import { metrics } from '@/lib/metrics'
import { createSource } from '@/lib/reader/source'
import { canonicalUrl } from '@/lib/server/canonical'
import type { Snapshot } from '@/lib/snapshot/types'
import { openStore, type Store } from '@/lib/store'
import { engines } from '../store/engines'
import { fixtureSnapshot } from '../support/fixture-snapshot'

const HOUR = 3_600
const DAY = 86_400
const now = 1_800_000_000

describe('the query', () => {
  const parse = (query: string) => seriesQueryOf(new URLSearchParams(query), now)
  const id = 'lend.supplied:ethereum:USDC'

  it('takes unix seconds or days, named steps or seconds; without a range all that 10,000 points reach', () => {
    expect(parse(`number=${id}`)).toEqual({
      numbers: [id],
      from: now - 9_999 * DAY,
      to: now,
      fixed: false,
      every: DAY,
      points: null,
      format: 'json',
      decimal: 'point',
    })
    expect(parse(`number=${id}&from=2026-01-01&to=1767312000&every=1h&format=csv&points=100`)).toMatchObject({
      from: 1_767_225_600,
      to: 1_767_312_000,
      fixed: true,
      every: HOUR,
      points: 100,
      format: 'csv',
    })
    expect(parse(`number=${id}&every=7200`).every).toBe(7_200)
    expect(parse(`number=${id}&number=${id}`).numbers).toEqual([id])
  })

  it.each([
    ['', 'bad-parameter'],
    [Array.from({ length: 11 }, (_, i) => `number=lend.supplied:ethereum:K${i}`).join('&'), 'bad-parameter'],
    ['number=lend.supplied', 'unknown-number'],
    ['number=lend.nothing:ethereum:USDC', 'unknown-number'],
    ['number=lend.supplied:mars:USDC', 'unknown-number'],
    ['number=lend.supplied:ethereum:US%20DC', 'unknown-number'],
    [`number=${id}&from=2026-02-30`, 'bad-parameter'],
    [`number=${id}&from=now`, 'bad-parameter'],
    [`number=${id}&from=2026-01-02&to=2026-01-01`, 'bad-parameter'],
    [`number=${id}&every=1800`, 'bad-parameter'],
    [`number=${id}&every=5000`, 'bad-parameter'],
    [`number=${id}&every=1w`, 'bad-parameter'],
    [`number=${id}&every=1h&from=2020-01-01`, 'bad-parameter'],
    [`number=${id}&format=xml`, 'bad-parameter'],
    [`number=${id}&format=csv&format=json`, 'bad-parameter'],
    [`number=${id}&points=3`, 'bad-parameter'],
  ])('refuses %s', (query, code) => {
    const refused = () => parse(query)
    expect(refused).toThrow(Problem)
    expect(refused).toThrow(expect.objectContaining({ code }))
  })

  it('knows exactly the parameters that the server passes on and the description names', () => {
    const names = Object.keys(seriesEndpoint.query.shape)
    const target = `/api/v1/series?${[...names, 'other'].map((name) => `${name}=1`).join('&')}`
    const served = canonicalUrl(target)
    const passed = 'search' in served ? [...new URLSearchParams(served.search).keys()] : []
    expect([...names].sort()).toEqual(passed.sort())
  })
})

describe.each(engines)('series on $name', (engine) => {
  const id = 'lend.supplied:ethereum:USDC'
  const start = 1_735_689_600
  const t = (hour: number) => start + hour * HOUR
  let store: Store
  const ask = (query: string) => readSeriesAnswer(store, null, seriesQueryOf(new URLSearchParams(query), now))

  beforeAll(async () => {
    await engine.start()
    store = await openStore(await engine.place())
    const hours = Array.from({ length: 10_000 }, (_, hour) => hour)
    // A slow wave with one spike, one trough and a stretch that failed.
    const value = (hour: number) =>
      hour === 4_321 ? '99999999.000001' : hour === 7_654 ? '0.000001' : `${5_000 + (hour % 97)}.25`
    const failed = (hour: number) => hour >= 6_000 && hour < 6_003
    await store.putPoints(
      [{ number: id, unit: 'token', class: 'onchain' }],
      hours.map((hour) => ({
        chain: 'ethereum',
        t: t(hour),
        block: BigInt(21_000_000 + hour * 300),
        hash: `0x${hour.toString(16).padStart(64, '0')}`,
        timestamp: t(hour) - (hour % 12),
      })),
      hours.map((hour) => ({
        number: id,
        t: t(hour),
        value: failed(hour) ? null : value(hour),
        status: failed(hour) ? 'failed' : 'ok',
        methodVersion: hour < 100 ? 1 : 2,
      })),
    )
    await store.putGap({ chain: 'ethereum', from: start - 10 * DAY, to: start - DAY, reason: { code: 'no-archive' } })
    await store.putGap({ chain: 'base', from: start - 10 * DAY, to: start - DAY, reason: { code: 'no-archive' } })
  })
  afterAll(async () => {
    await store.close()
    await engine.stop()
  })

  it('gives all of 10,000 hours, each with its block', async () => {
    const answer = await ask(`number=${id}&every=1h&from=${t(0)}&to=${t(9_999)}`)
    const { series, gaps } = seriesJson('live', answer)
    expect(series).toHaveLength(1)
    expect(series[0]).toMatchObject({ id, unit: 'token', class: 'onchain', methodVersion: 2 })
    expect(series[0]?.points).toHaveLength(10_000)
    expect(series[0]?.points[0]).toEqual({
      t: t(0),
      value: '5000.25',
      status: 'ok',
      block: '21000000',
      blockHash: `0x${'0'.repeat(64)}`,
      blockTime: t(0),
      methodVersion: 1,
    })
    expect(series[0]?.points[100]).not.toHaveProperty('methodVersion')
    expect(series[0]?.points[6_000]).toMatchObject({ value: null, status: 'failed' })
    expect(gaps).toEqual([])
  })

  it('gives the same as CSV, a row a point', async () => {
    const query = `number=${id}&every=1h&from=${t(5_998)}&to=${t(6_000)}`
    const hash = (hour: number) => `0x${hour.toString(16).padStart(64, '0')}`
    expect(seriesCsv('live', await ask(query)).split('\r\n')).toEqual([
      'number,t,value,status,chain,block,block_hash,block_time,method_version,network,time,day',
      `${id},${t(5_998)},5081.25,ok,ethereum,22799400,ethereum:${hash(5_998)},${t(5_998) - (5_998 % 12)},2,live,2025-09-07T22:00:00Z,2025-09-07`,
      `${id},${t(5_999)},5082.25,ok,ethereum,22799700,ethereum:${hash(5_999)},${t(5_999) - (5_999 % 12)},2,live,2025-09-07T23:00:00Z,2025-09-07`,
      `${id},${t(6_000)},,failed,ethereum,22800000,ethereum:${hash(6_000)},${t(6_000) - (6_000 % 12)},2,live,2025-09-08T00:00:00Z,2025-09-08`,
      '',
    ])
  })

  it('makes its text in steps, the same as at once', async () => {
    for (const more of ['', '&points=500', '&format=csv', '&format=csv&decimal=comma']) {
      const answer = await ask(`number=${id}&number=${id}&every=1h&from=${t(0)}&to=${t(6_100)}${more}`)
      const atOnce = more.includes('csv') ? seriesCsv('live', answer) : JSON.stringify(seriesJson('live', answer))
      expect(await seriesText('live', answer)).toBe(atOnce)
    }
  })

  it('answers others between its steps, and ends where it was aborted', async () => {
    const leaving = new AbortController()
    const answer = await ask(`number=${id}&every=1h&from=${t(0)}&to=${t(9_999)}`)
    let turns = 0
    const turn = setInterval(() => {
      turns += 1
      if (turns === 3) leaving.abort()
    }, 0)
    await expect(seriesText('live', answer, leaving.signal)).rejects.toThrow(
      expect.objectContaining({ name: 'AbortError' }),
    )
    clearInterval(turn)
    expect(turns).toBeGreaterThanOrEqual(3)
    const query = seriesQueryOf(new URLSearchParams(`number=${id}`), now)
    const reading = readSeriesAnswer(store, fixtureSnapshot, query, leaving.signal)
    await expect(reading).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
  })

  it('keeps highest, lowest, gap, first and last whatever the number of points asked for', async () => {
    for (const points of [10, 50, 333, 5_000]) {
      const { series } = await ask(`number=${id}&every=1h&from=${t(0)}&to=${t(9_999)}&points=${points}`)
      const kept = series[0]?.points ?? []
      expect(kept.length).toBeLessThanOrEqual(points)
      expect(kept.length).toBeGreaterThan(points / 4)
      const hours = kept.map((point) => (point.t - start) / HOUR)
      expect(hours).toEqual([...hours].sort((a, b) => a - b))
      for (const hour of [0, 4_321, 6_000, 7_654, 9_999]) expect(hours).toContain(hour)
    }
  })

  it('is complete, and so for ever the same, only where a given range lacks nothing', async () => {
    const complete = async (from: number, to: number, more = '') =>
      (await ask(`number=${id}&every=1h&from=${t(from)}&to=${t(to)}${more}`)).complete
    expect(await complete(0, 5_999)).toBe(true)
    expect(await complete(0, 5_999, '&points=10')).toBe(true)
    expect(await complete(0, 6_000)).toBe(false)
    expect(await complete(9_990, 10_000)).toBe(false)
    expect((await ask(`number=${id}&every=1h&to=${t(5_999)}`)).complete).toBe(false)
  })

  it('names the gaps of its own chain, and of every chain for what is over all', async () => {
    const range = `from=${start - 20 * DAY}&to=${t(24)}`
    const { gaps } = seriesJson('live', await ask(`number=${id}&${range}`))
    const reason = 'The node no longer holds the state of this block.'
    expect(gaps).toEqual([{ chain: 'ethereum', from: start - 10 * DAY, to: start - DAY, reason }])
    const all = 'tvl.total-usd:all:TOTAL'
    const info = { number: all, unit: 'usd', class: 'issuer' } as const
    await store.putPoints([info], [], [{ number: all, t: t(0), value: '7.90', status: 'ok', methodVersion: 1 }])
    const both = await ask(`number=${all}&${range}`)
    expect(both.gaps.map(({ chain }) => chain)).toEqual(['base', 'ethereum'])
    expect(seriesJson('live', both).series[0]?.points).toEqual([
      { t: t(0), value: '7.9', status: 'ok', block: null, blockHash: null, blockTime: null },
    ])
    expect(seriesCsv('live', both)).toContain(`${all},${t(0)},7.9,ok,all,,,,1,live,2025-01-01T00:00:00Z,2025-01-01\r\n`)
  })

  it('knows no number that neither a snapshot nor history holds', async () => {
    const query = seriesQueryOf(new URLSearchParams('number=lend.supplied:ethereum:NOBODY'), now)
    const asked = (snapshot: Snapshot | null) => readSeriesAnswer(store, snapshot, query)
    await expect(asked(fixtureSnapshot)).rejects.toThrow(expect.objectContaining({ code: 'unknown-number' }))
    // Nothing has been read yet: it may well exist.
    await expect(asked(null)).rejects.toThrow(expect.objectContaining({ code: 'not-ready' }))
  })
})

describe('a backfill of the embedded network', () => {
  let devnet: Devnet
  let store: Store
  const [engine] = engines
  const end = Date.UTC(2026, 6, 20) / 1000
  const from = end - 5 * DAY

  beforeAll(async () => {
    devnet = await startDevnet({ now: end, from, chains: ['base'] })
    await engine?.start()
    const place = await engine?.place()
    if (!place) throw new Error('There is no engine.')
    store = await openStore(place)
    const source = createSource({
      chain: chainBySlug('base'),
      urls: [devnet.urls.base],
      finality: 'finalized',
      quorum: 1,
    })
    const report = (error: unknown) => {
      throw error
    }
    const history = createHistory({ sources: [source], universe: ['base'], metrics, store, report })
    await history.fill({ instants: instantsBetween(from - 2 * DAY, end, 6 * HOUR) })
  })
  afterAll(async () => {
    await store?.close()
    await devnet?.stop()
    await engine?.stop()
  })

  const rpc = async (method: string, ...params: readonly unknown[]): Promise<unknown> => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(devnet.urls.base, { method: 'POST', headers, body })
    return ((await response.json()) as { readonly result: unknown }).result
  }

  it('answers at each instant what the token says at the last block at or before it', async () => {
    const id = 'savings.shares:base:SUSDS'
    const query = seriesQueryOf(new URLSearchParams(`number=${id}&every=21600&from=${from - 2 * DAY}&to=${end}`), now)
    const { points } = (await readSeriesAnswer(store, null, query)).series[0] ?? { points: [] }
    const head = Number(await rpc('eth_blockNumber'))
    const headers: { readonly number: number; readonly hash: string; readonly time: number }[] = []
    for (let number = head; number > head - 20; number--) {
      const block = (await rpc('eth_getBlockByNumber', `0x${number.toString(16)}`, false)) as Record<
        string,
        string
      > | null
      if (block) headers.push({ number, hash: block.hash ?? '', time: Number(block.timestamp) })
    }
    const expected = instantsBetween(from - 2 * DAY, end, 6 * HOUR).filter((t) => headers.some(({ time }) => time <= t))
    expect(points.map(({ t }) => t)).toEqual([...expected].reverse())
    expect(points.length).toBeGreaterThan(20)
    const data = encodeFunctionData({ abi: erc20.abi, functionName: 'totalSupply' })
    for (const point of points) {
      const block = headers.find(({ time }) => time <= point.t)
      const call = { to: chainBySlug('base').contracts.SUSDS.address, data }
      const raw = BigInt((await rpc('eth_call', call, `0x${block?.number.toString(16)}`)) as string)
      const [whole = '', fraction = ''] = (point.value ?? '').split('.')
      expect([point.t, BigInt(whole + fraction.padEnd(18, '0'))]).toEqual([point.t, raw])
      expect(point).toMatchObject({ block: BigInt(block?.number ?? 0), hash: block?.hash, timestamp: block?.time })
    }
  })
})
