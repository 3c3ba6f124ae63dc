import { describe, expect, it, vi } from 'vitest'
import { createChangeReader, type PastValues } from '@/lib/numbers/recent-changes'
import { fixtureSnapshot } from '../support/fixture-snapshot'

const DAY = 86_400
const [number] = fixtureSnapshot.numbers.filter(({ id, value }) => id.startsWith('tvl.total-usd') && value)
const id = number?.id ?? ''
const snapshot = () => ({ ...fixtureSnapshot })

/** A store in which a number was worth this much at every instant. */
const storeOf = (value: string | null): PastValues => ({
  readSeries: vi.fn(async (_id: string, from: number, to: number) => [{ t: (from + to) / 2, value }]),
  snapshotAt: vi.fn(async () => null),
})

describe('how numbers moved', () => {
  it('is against the stored instants a day, a week and a month before', async () => {
    const store = storeOf('1.00')
    const changes = await createChangeReader([id])(store, snapshot())
    expect(changes[id]?.map(({ span }) => span)).toEqual(['day', 'week', 'month'])
    expect(changes[id]?.every(({ by }) => by !== null)).toBe(true)
    expect(store.readSeries).toHaveBeenCalledWith(
      id,
      fixtureSnapshot.time - DAY * 1.125,
      fixtureSnapshot.time - DAY * 0.875,
      3600,
    )
    expect(store.snapshotAt).not.toHaveBeenCalled()
  })

  it('is worked out once a snapshot where all of it is known', async () => {
    const [store, read, same] = [storeOf('1.00'), createChangeReader([id]), snapshot()]
    expect(await read(store, same)).toBe(await read(store, same))
    expect(store.readSeries).toHaveBeenCalledTimes(3)
  })

  it('is unknown, not zero, where nothing is stored, and none of a page’s business where the store fails', async () => {
    const changes = await createChangeReader([id])(storeOf(null), snapshot())
    expect(changes[id]?.map(({ by }) => by)).toEqual([null, null, null])
    const away: PastValues = { ...storeOf(null), readSeries: () => Promise.reject(new Error('away')) }
    expect(await createChangeReader([id])(away, snapshot())).toEqual({})
  })
})
