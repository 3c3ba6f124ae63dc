import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CorruptError, openStore, type Store, UnreachableError } from '@/lib/store'
import { blockOf, pointOf, readAround } from '@/lib/store/checked-rows'
import { engines, query } from './engines'

const DAY = 86_400
const number = 'tvl.total-usd:ethereum:TOTAL'
const hash = `0x${'ab'.repeat(32)}` as const

describe.each(engines)('damaged rows of history on $name', (engine) => {
  let store: Store
  let place: Parameters<typeof openStore>[0]
  const days = [1, 2, 3, 4, 5].map((day) => day * DAY)
  beforeAll(async () => {
    await engine.start()
    place = await engine.place()
    store = await openStore(place)
    const instants = days.map((t) => ({ chain: 'ethereum', t, block: BigInt(t), hash, timestamp: t - 1 }) as const)
    const points = days.map((t) => ({ number, t, value: '7', status: 'ok', methodVersion: 1 }) as const)
    await store.putPoints([{ number, unit: 'usd', class: 'onchain' }], instants, points)
    await store.putGap({ chain: 'base', from: 1, to: 2, reason: { code: 'timeout' } })
    await store.putGap({ chain: 'gnosis', from: 1, to: 2, reason: { code: 'timeout' } })
    await store.close()
    await query(place, `update point set status = 'great' where t = ${2 * DAY}`)
    await query(place, `update point set value = 'NaN' where t = ${3 * DAY}`)
    await query(place, `update instant set hash = '0x12' where t = ${4 * DAY}`)
    await query(place, `update gap set chain = 'moon' where chain = 'base'`)
    store = await openStore(place)
  })
  afterAll(async () => {
    await store.close()
    await engine.stop()
  })

  it('are left out, never shown; all others stand, and the status names them', async () => {
    const read = await store.readSeries(number, 0, 9 * DAY, DAY)
    expect(read.map(({ t, value, block }) => [t / DAY, value, block])).toEqual([
      [1, '7', BigInt(DAY)],
      [4, '7', null],
      [5, '7', BigInt(5 * DAY)],
    ])
    expect(await store.pointsAt('ethereum', 3 * DAY)).toEqual([])
    expect((await store.gaps(0, DAY)).map(({ chain }) => chain)).toEqual(['gnosis'])
    const { damaged } = await store.setAside()
    expect(damaged.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual(['gaps moon', `series ${number}`])
  })
})

describe('a stored row', () => {
  it.each([
    ['1', '1', 'ok', '1.5'],
    ['1', '1', 'absent'],
  ])('is a point: %s %s %s %s', (...row) => expect(pointOf(row)).not.toBeNull())

  it.each([
    ['x', '1', 'ok', '1'],
    ['1', '-1', 'ok', '1'],
    ['1', '1', 'OK', '1'],
    ['1', '1', 'ok', 'NaN'],
    ['1', '1', 'ok', '1e9'],
    [],
  ])('is no point: %s %s %s %s', (...row) => expect(pointOf(row)).toBeNull())

  it('is a block only with a whole hash', () => {
    expect(blockOf(['1', '2', hash, '3'])).toEqual({ block: 2n, hash, timestamp: 3 })
    expect(blockOf(['1', '2', '0x12', '3'])).toBeNull()
    expect(blockOf(['1', '', hash, '3'])).toBeNull()
  })
})

describe('a range with a page that the database cannot read', () => {
  const read = async (from: number, to: number) => {
    if (from <= 40 && to >= 40) throw new CorruptError('(SQLSTATE XX001)')
    return Array.from({ length: to - from + 1 }, (_, i) => from + i)
  }

  it('is read around it, and the damage is heard of once', async () => {
    let heard = 0
    const rows = await readAround([0, 100], read, async () => void heard++)
    expect(rows).not.toContain(40)
    expect(rows.length).toBeGreaterThan(97)
    expect(rows).toEqual([...rows].sort((a, b) => a - b))
    expect(heard).toBe(1)
  })

  it('is not read again and again while the database is away', async () => {
    const away = () => Promise.reject(new UnreachableError())
    await expect(readAround([0, 100], away, async () => undefined)).rejects.toThrow(UnreachableError)
  })
})
