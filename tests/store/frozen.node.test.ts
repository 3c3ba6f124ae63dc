import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore, type Store, UnreachableError } from '@/lib/store'
import { findPostgres, startPostgres, type TestPostgres } from '../support/postgres'
import { blocksAfter, syntheticSnapshot } from '../support/synthetic-snapshot'
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy'
import { until } from '../support/until'

const bin = findPostgres()

describe.skipIf(bin === null)('a database that is connected and never answers', () => {
  let server: TestPostgres
  let proxy: TcpProxy
  let store: Store
  const snapshot = syntheticSnapshot(blocksAfter(0))
  beforeAll(async () => {
    server = await startPostgres(bin ?? '')
    proxy = await startTcpProxy(await server.createDatabase())
    store = await openStore({ databaseUrl: proxy.url, dataDir: '' })
    await store.putSnapshot(snapshot, 1)
  })
  afterAll(async () => {
    proxy.thaw()
    await store.close()
    await proxy.stop()
    await server.stop()
  })

  it('keeps nobody waiting: the first readers for three seconds, all later ones not at all', async () => {
    expect(await store.snapshotById(snapshot.id)).toEqual(snapshot)
    proxy.freeze()
    const first = Array.from({ length: 20 }, () => store.gaps(0, 1))
    const began = performance.now()
    for (const answer of await Promise.allSettled(first))
      expect(answer).toMatchObject({ status: 'rejected', reason: { name: 'UnreachableError' } })
    expect(performance.now() - began).toBeLessThan(9_000)
    const again = performance.now()
    for (let i = 0; i < 50; i++) await expect(store.readSeries('a:all:B', 0, 1, 1)).rejects.toThrow(UnreachableError)
    expect(performance.now() - again).toBeLessThan(1_000)
  })

  it('keeps what is being written, and answers again as soon as it can', async () => {
    const later = syntheticSnapshot(blocksAfter(1))
    const writing = store.putSnapshot(later, 2)
    await expect(store.snapshotCount()).rejects.toThrow('it is connected and does not answer')
    proxy.thaw()
    await writing
    await until('it to answer again', () =>
      store.snapshotCount().then(
        (count) => count === 2,
        () => false,
      ),
    )
    expect(await store.latestSnapshot()).toEqual(later)
  })
})
