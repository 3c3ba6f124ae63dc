import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  ConflictError,
  type Instant,
  openStore,
  type Point,
  type SeriesInfo,
  type Store,
  StoreError,
} from '@/lib/store'
import { engines } from './engines'

const HOUR = 3_600
const DAY = 86_400
const START = 1_750_032_000 - (1_750_032_000 % DAY)

const instant = (hour: number, block = 22_000_000n + BigInt(hour * 300)): Instant => ({
  chain: 'ethereum',
  t: START + hour * HOUR,
  block,
  hash: `0x${block.toString(16).padStart(64, '0')}`,
  timestamp: START + hour * HOUR - 5,
})
const point = (number: string, hour: number, value: string | null, more: Partial<Point> = {}): Point => ({
  number,
  t: START + hour * HOUR,
  value,
  status: value === null ? 'absent' : 'ok',
  methodVersion: 1,
  ...more,
})
const info = (number: string): SeriesInfo => ({ number, unit: 'token', class: 'onchain' })

describe.each(engines)('series on $name', (engine) => {
  let store: Store
  const read = (number: string, every = HOUR) => store.readSeries(number, START, START + 1_000 * HOUR, every)
  beforeAll(async () => {
    await engine.start()
    store = await openStore(await engine.place())
  })
  afterAll(async () => {
    await store.close()
    await engine.stop()
  })

  it('gives back exact values in order of time, each with the block of its instant', async () => {
    const number = 'lend.supplied:ethereum:EXACT'
    const values = ['0', '-1.5', '1000000001547125957863212448', `0.${'0'.repeat(30)}1`, `${'9'.repeat(78)}`, '1.10']
    const points = values.map((value, hour) => point(number, hour, value))
    await store.putPoints(
      [info(number)],
      values.map((_, hour) => instant(hour)),
      [...points].reverse(),
    )
    await store.putPoints([info(number)], [instant(6)], [point(number, 6, null)])
    const found = await read(number)
    expect(found.map(({ value }) => value)).toEqual([...values.slice(0, -1), '1.1', null])
    expect(found[1]).toEqual({
      ...point(number, 1, '-1.5'),
      block: instant(1).block,
      hash: instant(1).hash,
      timestamp: instant(1).timestamp,
    })
    expect(found[6]).toMatchObject({ status: 'absent', value: null })
  })

  it('gives back everything held of one chain at one instant, with all decimals it was put with', async () => {
    const numbers = ['lend.supplied:ethereum:AT_ONCE', 'lend.supplied:ethereum:AT_ONCE_TOO']
    const hour = 900
    const points = numbers.map((number, index) => point(number, hour, index === 0 ? '1.500' : null))
    await store.putPoints(numbers.map(info), [instant(hour)], points)
    const held = await store.pointsAt('ethereum', START + hour * HOUR)
    expect(held).toEqual(points.map(({ t: _t, ...rest }) => ({ ...rest, unit: 'token', class: 'onchain' })))
    expect(await store.pointsAt('base', START + hour * HOUR)).toEqual([])
  })

  it('knows nothing of a number never put, and gives a number over all chains no block', async () => {
    expect(await read('lend.supplied:ethereum:NOBODY')).toEqual([])
    await store.putPoints([info('tvl.total-usd:all:TOTAL')], [], [point('tvl.total-usd:all:TOTAL', 0, '7.9')])
    expect(await read('tvl.total-usd:all:TOTAL')).toEqual([
      { ...point('tvl.total-usd:all:TOTAL', 0, '7.9'), block: null, hash: null, timestamp: null },
    ])
  })

  it('includes both ends of a range, and only the multiples of its step', async () => {
    const number = 'lend.supplied:ethereum:STEP'
    const hours = Array.from({ length: 73 }, (_, hour) => hour)
    await store.putPoints(
      [info(number)],
      hours.map((hour) => instant(hour)),
      hours.map((hour) => point(number, hour, `${hour}`)),
    )
    const values = async (from: number, to: number, every: number) =>
      (await store.readSeries(number, START + from * HOUR, START + to * HOUR, every)).map(({ value }) => value)
    expect(await values(2, 4, HOUR)).toEqual(['2', '3', '4'])
    expect(await values(0, 72, DAY)).toEqual(['0', '24', '48', '72'])
    expect(await values(1, 71, DAY)).toEqual(['24', '48'])
    expect(await values(0, 12, 6 * HOUR)).toEqual(['0', '6', '12'])
    expect(await values(5, 4, HOUR)).toEqual([])
  })

  it('changes nothing when the same is put twice, in one call or two', async () => {
    const number = 'lend.supplied:ethereum:TWICE'
    const points = [point(number, 3, '3'), point(number, 1, '1'), point(number, 3, '3')]
    await store.putPoints([info(number)], [instant(1), instant(3)], points)
    const first = await read(number)
    await store.putPoints([info(number)], [instant(1), instant(3)], points)
    expect(await read(number)).toEqual(first)
    expect(first).toHaveLength(2)
  })

  it('keeps what was read well, retries what failed, and lets a newer method replace an older one', async () => {
    const number = 'lend.supplied:ethereum:AGAIN'
    const put = (value: string | null, more: Partial<Point>) =>
      store.putPoints([info(number)], [], [point(number, 0, value, more)])
    const now = async () =>
      (await read(number)).map(({ value, status, methodVersion }) => [value, status, methodVersion])
    await put(null, { status: 'failed' })
    await put('1', {})
    expect(await now()).toEqual([['1', 'ok', 1]])
    await put(null, { status: 'failed' })
    await put('2', {})
    expect(await now()).toEqual([['1', 'ok', 1]])
    await put('3', { methodVersion: 2 })
    await put('4', { methodVersion: 1 })
    expect(await now()).toEqual([['3', 'ok', 2]])
  })

  it('holds ten thousand points of many series, put in one call', async () => {
    const numbers = Array.from({ length: 5 }, (_, i) => `lend.borrowed:gnosis:KEY_${i}`)
    const points = Array.from({ length: 10_000 }, (_, hour) =>
      numbers.map((number, i) => point(number, hour, `${hour}.${i + 1}`)),
    )
    await store.putPoints(numbers.map(info), [], points.flat())
    const found = await store.readSeries(numbers[3] ?? '', START, START + 9_999 * HOUR, HOUR)
    expect(found).toHaveLength(10_000)
    expect(found.every(({ value, t }, hour) => value === `${hour}.4` && t === START + hour * HOUR)).toBe(true)
  })

  it('says which instants it holds, so that a resumed backfill leaves them out', async () => {
    expect(await store.storedInstants('ethereum', START, START + 3 * HOUR)).toEqual(
      [0, 1, 2, 3].map((hour) => START + hour * HOUR),
    )
    expect(await store.storedInstants('base', START, START + 3 * HOUR)).toEqual([])
  })

  it('refuses another block for an instant that it has, and keeps nothing of that call', async () => {
    const number = 'lend.supplied:ethereum:FOREIGN'
    const put = store.putPoints([info(number)], [instant(1, 5n), instant(500)], [point(number, 1, '1')])
    await expect(put).rejects.toThrow(ConflictError)
    expect(await read(number)).toEqual([])
    expect(await store.storedInstants('ethereum', START + 500 * HOUR, START + 500 * HOUR)).toEqual([])
  })

  it('refuses points of an unknown series, and values that are not decimals', async () => {
    await expect(store.putPoints([], [], [point('lend.supplied:ethereum:UNTOLD', 0, '1')])).rejects.toThrow(
      ConflictError,
    )
    for (const value of ['1,2', 'NaN', '', '1e5', '1}', ' 1']) {
      const put = store.putPoints([info('a.b:base:C')], [], [point('a.b:base:C', 0, value)])
      await expect(put).rejects.toThrow(StoreError)
    }
  })

  it('tells the gaps that touch a range, and forgets one once it was read again', async () => {
    const reason = { code: 'timeout' } as const
    const gap = { chain: 'ethereum', from: START + 800 * HOUR, to: START + 810 * HOUR, reason } as const
    await store.putGap(gap)
    await store.putGap({ ...gap, reason: { code: 'no-archive' } })
    await store.putGap({ ...gap, chain: 'base' })
    const touching = async (from: number, to: number) =>
      (await store.gaps(START + from * HOUR, START + to * HOUR)).map(({ chain }) => chain)
    expect(await store.gaps(START, START + 805 * HOUR)).toEqual([
      { ...gap, chain: 'base' },
      { ...gap, reason: { code: 'no-archive' } },
    ])
    expect(await touching(0, 799)).toEqual([])
    expect(await touching(810, 900)).toEqual(['base', 'ethereum'])
    await store.putPoints([], [instant(800)], [])
    expect(await touching(0, 900)).toEqual(['base', 'ethereum'])
    await store.putPoints([], [instant(810)], [])
    expect(await touching(0, 900)).toEqual(['base'])
  })
})
