import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { snapshotId } from '@/lib/snapshot/codec'
import { ConflictError, CorruptError, openStore, type Store, StoreError } from '@/lib/store'
import { blocksAfter, syntheticSnapshot } from '../support/synthetic-snapshot'
import { engines, query } from './engines'

describe.each(engines)('snapshots on $name', (engine) => {
  let store: Store
  let place: Parameters<typeof openStore>[0]
  const taken = Array.from({ length: 14 }, (_, polls) => syntheticSnapshot(blocksAfter(polls)))
  const reopen = async () => {
    await store.close()
    store = await openStore(place)
  }
  beforeAll(async () => {
    await engine.start()
    place = await engine.place()
    store = await openStore(place)
  })
  afterAll(async () => {
    await store.close()
    await engine.stop()
  })

  it('knows nothing at first', async () => {
    expect(store.engine).toBe(engine.name)
    expect(await store.latestSnapshot()).toBeNull()
    expect(await store.snapshotAt(2_000_000_000)).toBeNull()
    expect(await store.snapshotById('0'.repeat(64))).toBeNull()
    expect(await store.snapshotCount()).toBe(0)
  })

  it('gives back each snapshot exactly as it was put, before and after a restart', async () => {
    for (const [i, snapshot] of taken.slice(0, 9).entries()) await store.putSnapshot(snapshot, 1_800_000_000 + i)
    expect(await store.latestSnapshot()).toEqual(taken[8])
    await reopen()
    for (const [i, snapshot] of taken.slice(9).entries()) await store.putSnapshot(snapshot, 1_800_000_009 + i)
    for (const snapshot of taken) expect(await store.snapshotById(snapshot.id)).toEqual(snapshot)
    expect(await store.latestSnapshot()).toEqual(taken.at(-1))
    expect(await store.snapshotCount()).toBe(taken.length)
  })

  it('leaves a snapshot that it has alone', async () => {
    const [first] = taken
    if (first) await store.putSnapshot(first, 1_900_000_000)
    expect(await store.snapshotCount()).toBe(taken.length)
    expect(await store.latestSnapshot()).toEqual(taken.at(-1))
  })

  it('keeps a chain that failed, a chain without calls, and a snapshot of nothing', async () => {
    const failure = { code: 'timeout', message: 'The node did not answer in time.', since: 1 } as const
    for (const content of [
      { schema: 1, time: 5, asOf: {}, failures: {}, numbers: [], calls: {} },
      { schema: 1, time: 6, asOf: {}, failures: { base: failure }, numbers: [], calls: {} },
      { schema: 1, time: 7, asOf: {}, failures: {}, numbers: [], calls: { gnosis: [] } },
    ] as const) {
      const snapshot = { id: snapshotId(content), ...content }
      await store.putSnapshot(snapshot, 5)
      expect(await store.snapshotById(snapshot.id)).toEqual(snapshot)
    }
  })

  it('answers for an instant with the newest at or before it; of equal times with the one taken last', async () => {
    const times = taken.map(({ time }) => time)
    const last = Math.max(...times)
    expect(await store.snapshotAt(last)).toEqual(taken.at(-1))
    expect(await store.snapshotAt(last + 1_000)).toEqual(taken.at(-1))
    const before = taken.filter(({ time }) => time < last).at(-1)
    expect(await store.snapshotAt(last - 1)).toEqual(before)
    expect(await store.snapshotAt(4)).toBeNull()
  })

  it('refuses a snapshot whose id is not the hash of its content', async () => {
    const [first] = taken
    if (!first) throw new Error('there is one')
    await expect(store.putSnapshot({ ...first, time: first.time + 1 }, 1)).rejects.toThrow(ConflictError)
  })

  it('refuses a damaged snapshot and names it, keeps it, and lets the newest whole one stand', async () => {
    const [id, other] = [taken[0]?.id ?? '', taken[1]?.id ?? '']
    const last = taken.at(-1)
    await store.close()
    await query(place, `update snapshot set time = time + 1 where id in ('${id}', '${last?.id}')`)
    await query(place, 'delete from snapshot where time < 10')
    store = await openStore(place)
    await expect(store.snapshotById(id)).rejects.toThrow(CorruptError)
    expect(await store.snapshotById(other)).toEqual(taken[1])
    expect(await store.latestSnapshot()).toEqual(taken.at(-2))
    expect(await store.snapshotAt(2_000_000_000)).toEqual(taken.at(-2))
    const { damaged } = await store.setAside()
    expect(damaged.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual(
      [`snapshot ${id}`, `snapshot ${last?.id}`].sort(),
    )
    await reopen()
    expect(await store.latestSnapshot()).toEqual(taken.at(-2))
    expect(await store.snapshotCount()).toBe(taken.length)
  })

  it.each([
    ['every body is damaged', `update part set body = '\\x00'`],
    ['every body is a sound text of something else', `update part set body = (select body from part limit 1)`],
    ['pieces are missing', 'delete from part'],
  ])('goes on where %s, and what is put again mends those that share it', async (_, damage) => {
    await store.close()
    await query(place, damage)
    store = await openStore(place)
    expect(await store.latestSnapshot()).toBeNull()
    await expect(store.snapshotById(taken[1]?.id ?? '')).rejects.toMatchObject({
      name: 'CorruptError',
      code: 'corrupt',
    })
    const [next, later] = [20, 21].map((polls) => syntheticSnapshot(blocksAfter(polls)))
    if (!next || !later) throw new Error('there are two')
    await store.putSnapshot(next, 1_800_000_100)
    await store.putSnapshot(later, 1_800_000_200)
    await reopen()
    expect(await store.snapshotById(next.id)).toEqual(next)
    expect(await store.latestSnapshot()).toEqual(later)
    expect((await store.setAside()).damaged.map(({ name }) => name)).not.toContain(later.id)
    await store.close()
    await query(place, `delete from snapshot where id in ('${next.id}', '${later.id}')`)
    store = await openStore(place)
  })

  it('writes over a piece that was damaged while it runs', async () => {
    const [first, second] = [30, 31].map((polls) => syntheticSnapshot(blocksAfter(polls)))
    if (!first || !second) throw new Error('there are two')
    await store.putSnapshot(first, 1_800_000_300)
    if (engine.name === 'postgres') await query(place, `update part set body = set_byte(body, 9, 0)`)
    await store.putSnapshot(second, 1_800_000_400)
    await reopen()
    expect(await store.latestSnapshot()).toEqual(second)
  })

  it('never takes for the newest what is ahead of the clock, now or when it was taken, and says so', async () => {
    const day = 86_400
    const now = Math.floor(Date.now() / 1000)
    const at = (time: number, takenAt: number) => {
      const content = { schema: 1, time, asOf: {}, failures: {}, numbers: [], calls: {} } as const
      const snapshot = { id: snapshotId(content), ...content }
      return store.putSnapshot(snapshot, takenAt).then(() => snapshot)
    }
    const sound = await at(now - 60, now - 50)
    const years = await at(now + 3_650 * day, now - 40)
    const tomorrow = await at(now - day, now - 2 * day)
    expect(await store.latestSnapshot()).toEqual(sound)
    expect(await store.snapshotAt(now - day)).not.toEqual(tomorrow)
    expect(await store.snapshotById(years.id)).toEqual(years)
    expect((await store.setAside()).ahead).toEqual([years.id])
    const before = await at(now - 120, now)
    await reopen()
    expect(await store.latestSnapshot()).toEqual(before)
  })

  it('says that it is closed', async () => {
    await store.close()
    await store.close()
    await expect(store.latestSnapshot()).rejects.toThrow(new StoreError('closed'))
    expect(store.holdsWriterLock()).toBe(false)
    store = await openStore(place)
  })
})
