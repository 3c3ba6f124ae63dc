import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore, type Store } from '@/lib/store'
import { findPgBouncer, startPgBouncer } from '../support/pgbouncer'
import { findPostgres, startPostgres, type TestPostgres } from '../support/postgres'
import { blocksAfter, syntheticSnapshot } from '../support/synthetic-snapshot'

const [bin, program] = [findPostgres(), findPgBouncer()]

describe.skipIf(bin === null || program === null)('a store behind PgBouncer in transaction mode', () => {
  let server: TestPostgres
  let pooler: Awaited<ReturnType<typeof startPgBouncer>>
  const stores: Store[] = []
  beforeAll(async () => {
    server = await startPostgres(bin ?? '')
    pooler = await startPgBouncer(program ?? '', await server.createDatabase())
    stores.push(
      ...(await Promise.all(Array.from({ length: 4 }, () => openStore({ databaseUrl: pooler.url, dataDir: '' })))),
    )
  })
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()))
    await pooler.stop()
    await server.stop()
  })

  it('is migrated once, and stores and reads snapshots, points and gaps from many sides at once', async () => {
    const [first, second] = stores
    if (!first || !second) throw new Error('there are four')
    const snapshots = Array.from({ length: 6 }, (_, polls) => syntheticSnapshot(blocksAfter(polls)))
    for (const [i, snapshot] of snapshots.entries()) await first.putSnapshot(snapshot, 1_800_000_000 + i)
    const number = 'tvl.total-usd:ethereum:TOTAL'
    const hash = `0x${'ab'.repeat(32)}` as const
    const instants = [{ chain: 'ethereum', t: 86_400, block: 1n, hash, timestamp: 86_399 }] as const
    const points = [{ number, t: 86_400, value: '1.50', status: 'ok', methodVersion: 1 }] as const
    await first.putPoints([{ number, unit: 'usd', class: 'onchain' }], instants, points)
    await first.putGap({ chain: 'base', from: 1, to: 2, reason: { code: 'timeout' } })
    const answers = await Promise.all(
      stores.flatMap((store) => [
        ...snapshots.map(({ id }) => store.snapshotById(id).then((read) => read?.id === id)),
        store.readSeries(number, 0, 100_000, 86_400).then((read) => read[0]?.value === '1.5'),
        store.gaps(0, 10).then((gaps) => gaps.length === 1),
      ]),
    )
    expect(answers.every(Boolean)).toBe(true)
    expect(await second.latestSnapshot()).toEqual(snapshots.at(-1))
  })

  it('gives the right to write to one process at a time, and passes it on', async () => {
    const [first, second] = stores
    if (!first || !second) throw new Error('there are four')
    expect(await first.tryWriterLock()).toBe(true)
    for (let round = 0; round < 5; round++) {
      expect(await Promise.all(stores.map((store) => store.tryWriterLock()))).toEqual([true, false, false, false])
    }
    await first.close()
    expect(await second.tryWriterLock()).toBe(true)
  })
})
