import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { openStore } from '@/lib/store'
import { openEmbedded } from '@/lib/store/embedded'

describe('the embedded engine', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sparkscope-embedded-'))
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

  it('clears its write-ahead log as it grows', async () => {
    const engine = await openEmbedded(dataDir)
    await engine.db.execute(sql`create table filler (n int)`)
    for (let segment = 0; segment < 24; segment++) {
      await engine.db.execute(sql`insert into filler values (1)`)
      // on to the next file of 16 MB, as if this one were full
      await engine.db.execute(sql`select pg_switch_wal()`)
      await engine.settle()
    }
    await engine.close()
    const files = readdirSync(join(dataDir, 'pglite', 'pg_wal')).filter((name) => /^[0-9A-F]{24}$/.test(name))
    expect(files.length).toBeLessThan(12)
  })

  it('is always allowed to write, and lets go of its folder when closed', async () => {
    for (let round = 0; round < 2; round++) {
      const store = await openStore({ databaseUrl: null, dataDir })
      expect(store.holdsWriterLock()).toBe(true)
      expect(await store.tryWriterLock()).toBe(true)
      await store.close()
    }
  })

  it('lets all else have its turn between two queries, and a transaction go before the queries that wait', async () => {
    const engine = await openEmbedded(dataDir)
    const order: string[] = []
    const read = async (name: string) => {
      await engine.db.execute(sql`select count(*) from generate_series(1, 1000)`)
      order.push(name)
      setImmediate(() => order.push(`after ${name}`))
    }
    const reads = ['a', 'b', 'c'].map(read)
    const written = engine.transaction(async (tx) => {
      await tx.execute(sql`select 1`)
      order.push('written')
    })
    await Promise.all([...reads, written])
    await new Promise((resolve) => setImmediate(resolve))
    await engine.close()
    expect(order.filter((each) => each !== 'written')).toEqual(['a', 'after a', 'b', 'after b', 'c', 'after c'])
    expect(order.indexOf('written')).toBeLessThan(order.indexOf('c'))
  })
})
