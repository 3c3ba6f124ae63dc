import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
    const { snapshotId } = await import('@/lib/snapshot/codec')
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

  it('refuses a damaged row with an error of its own, and still gives the others', async () => {
    const [id, other] = [taken[0]?.id ?? '', taken[1]?.id ?? '']
    await store.close()
    await query(place, `update snapshot set time = time + 1 where id = '${id}'`)
    store = await openStore(place)
    await expect(store.snapshotById(id)).rejects.toThrow(CorruptError)
    expect(await store.snapshotById(other)).toEqual(taken[1])
    await store.close()
    await query(place, `update part set body = '\\x00'`)
    store = await openStore(place)
    await expect(store.latestSnapshot()).rejects.toThrow(CorruptError)
    await store.close()
    await query(place, 'delete from part')
    store = await openStore(place)
    await expect(store.latestSnapshot()).rejects.toMatchObject({ name: 'CorruptError', code: 'corrupt' })
  })

  it('says that it is closed', async () => {
    await store.close()
    await store.close()
    await expect(store.latestSnapshot()).rejects.toThrow(new StoreError('closed'))
    expect(store.holdsWriterLock()).toBe(false)
    store = await openStore(place)
  })
})
