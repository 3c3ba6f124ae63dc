import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore, type Point, type Store } from '@/lib/store'
import { engines, query } from './engines'

const DAY = 86_400
const START = Date.UTC(2026, 0, 1) / 1000
const numbers = ['lend.price:gnosis:WETH', 'lend.price:gnosis:GNO'] as const
const infos = numbers.map((number) => ({ number, unit: 'usd', class: 'onchain' }) as const)
const day = (n: number) => START + n * DAY
const point = (n: number, more: Partial<Point> = {}): Point => ({
  number: numbers[0],
  t: day(n),
  value: `${n}.5`,
  status: 'ok',
  methodVersion: 1,
  ...more,
})
const instant = (n: number) =>
  ({
    chain: 'gnosis',
    t: day(n),
    block: BigInt(n),
    hash: `0x${String(n).padStart(64, '0')}`,
    timestamp: day(n) - 3,
  }) as const

describe.each(engines)('a revision on $name', (engine) => {
  let store: Store
  const read = async (revision?: number, number: string = numbers[0]) =>
    (await store.readSeries(number, START, day(9), DAY, revision)).map(
      ({ t, status, value, block }) => `${(t - START) / DAY} ${status} ${value} ${block}`,
    )
  const newest = async () => (await store.revision())?.id ?? -1

  beforeAll(async () => {
    await engine.start()
    store = await openStore(await engine.place())
  })
  afterAll(async () => {
    await store?.close()
    await engine.stop()
  })

  it('holds what was stored up to it for ever: what came later, came in between, or replaced what failed is not in it', async () => {
    expect(await store.revision()).toEqual({ id: 0, storedAt: 0 })
    await store.putPoints(
      infos,
      [instant(0), instant(2), instant(4)],
      [point(0), point(2, { status: 'failed', value: null }), point(4)],
    )
    await store.putGap({ chain: 'gnosis', from: day(3), to: day(3), reason: { code: 'timeout' } })
    const first = await store.revision()
    const [held, gaps] = [await read(), await store.gaps(START, day(9))]
    expect(held).toEqual(['0 ok 0.5 0', '2 failed null 2', '4 ok 4.5 4'])
    expect(gaps).toHaveLength(1)

    await store.putGap({ chain: 'gnosis', from: day(3), to: day(3), reason: { code: 'unreachable' } })
    await store.putPoints([], [instant(3)], [point(3), point(2), point(4, { value: '99' })])
    await store.putPoints(infos, [instant(5)], [point(5), point(0, { number: numbers[1] })])
    await store.putPoints([], [], [point(4, { value: '44', methodVersion: 2 })])
    await store.putPoints([], [], [point(4, { value: '444', methodVersion: 3 })])

    expect(await read()).toEqual(['0 ok 0.5 0', '2 ok 2.5 2', '3 ok 3.5 3', '4 ok 444 4', '5 ok 5.5 5'])
    expect(await store.gaps(START, day(9))).toEqual([])
    expect(await read(first?.id)).toEqual(held)
    expect(await store.gaps(START, day(9), first?.id)).toEqual(gaps)
    expect((await store.gaps(START, day(9), (first?.id ?? 0) + 1)).map(({ reason }) => reason)).toEqual([
      { code: 'unreachable' },
    ])
    expect((await read((await newest()) - 1)).at(3)).toBe('4 ok 44 4')
    expect(await read(await newest())).toEqual(await read())
  })

  it('is named by its time, and no other time names one', async () => {
    const found = await store.revision()
    expect(found?.storedAt).toBeGreaterThan(1_700_000_000_000)
    expect(await store.revision(found?.storedAt)).toEqual(found)
    expect(await store.revision((found?.storedAt ?? 0) + 1)).toBeNull()
    expect(await store.revision(0)).toEqual({ id: 0, storedAt: 0 })
  })

  it('knows the numbers that it holds', async () => {
    expect(await store.storedNumbers(START, day(9), DAY, 2)).toEqual([numbers[0]])
    expect(await store.storedNumbers(START, day(9), DAY, await newest())).toEqual([...numbers].sort())
    expect(await store.storedNumbers(day(2), day(2), DAY, 1)).toEqual([numbers[0]])
    expect(await store.storedNumbers(day(7), day(9), DAY, await newest())).toEqual([])
    expect(await store.storedNumbers(START, day(9), DAY, 0)).toEqual([])
  })

  it('is not made by saying again what is known, and each write makes one, however many write at once', async () => {
    await store.putGap({ chain: 'gnosis', from: day(20), to: day(21), reason: { code: 'timeout' } })
    const before = await newest()
    await store.putGap({ chain: 'gnosis', from: day(20), to: day(21), reason: { code: 'timeout' } })
    expect(await newest()).toBe(before)
    await Promise.all(Array.from({ length: 12 }, (_, n) => store.putPoints([], [instant(30 + n)], [point(30 + n)])))
    expect(await newest()).toBe(before + 12)
  })

  it('is read whole while what it holds is being replaced', async () => {
    await store.putPoints([], [instant(8)], [point(8, { status: 'failed', value: null })])
    const revision = await newest()
    const [meanwhile] = await Promise.all([read(revision), store.putPoints([], [], [point(8)])])
    expect(meanwhile.filter((line) => line.startsWith('8'))).toEqual(['8 failed null 8'])
    expect(await read(revision)).toEqual(meanwhile)
  })
})

it('a store from before revisions is read as the first of them', async () => {
  const [engine] = engines
  if (!engine) throw new Error('there is no engine')
  await engine.start()
  const place = await engine.place()
  const store = await openStore(place)
  await store.putPoints(infos, [instant(0)], [point(0)])
  await store.close()
  // as the migration leaves what it finds
  await query(place, 'update point set stored = 0')
  const again = await openStore(place)
  expect(await again.readSeries(numbers[0], START, START, DAY, 0)).toHaveLength(1)
  expect(await again.storedNumbers(START, START, DAY, 0)).toEqual([numbers[0]])
  await again.close()
  await engine.stop()
})
