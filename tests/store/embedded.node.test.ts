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
    let turns = 0
    let isOver = false
    const turn = () => {
      turns += 1
      if (!isOver) setImmediate(turn)
    }
    setImmediate(turn)
    const order: string[] = []
    const seen: number[] = []
    const reads = ['a', 'b', 'c', 'd'].map(async (name) => {
      await engine.db.execute(sql`select 1`)
      order.push(name)
      seen.push(turns)
    })
    const written = engine.transaction(async (tx) => {
      await tx.execute(sql`select 1`)
      order.push('written')
    })
    await Promise.all([...reads, written])
    isOver = true
    await engine.close()
    expect(new Set(seen).size).toBe(4)
    expect(order.indexOf('written')).toBeLessThan(order.indexOf('d'))
  })
})
