import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle as overPg } from 'drizzle-orm/node-postgres'
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator'
import { drizzle as overPglite } from 'drizzle-orm/pglite'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FailureReason } from '@/lib/errors'
import { openStore, type StoreOptions } from '@/lib/store'
import { decodeReason, encodeReason } from '@/lib/store/gap-reason'
import { engines, query } from './engines'

const HOUR = 3_600

/** What a node can do that leaves a gap, and the sentences that older stores hold for it. */
const older: readonly (readonly [FailureReason, string])[] = [
  [{ code: 'timeout' }, 'The node did not answer in time.'],
  [{ code: 'unreachable' }, 'The node could not be reached.'],
  [{ code: 'rate-limited' }, 'The node refused the request: too many requests.'],
  [{ code: 'refused' }, 'The node refused the request.'],
  [{ code: 'garbled' }, 'The node answered with something that is not a valid answer.'],
  [{ code: 'wrong-chain' }, 'The node answered for another chain.'],
  [{ code: 'lagging' }, 'The node is behind the block last accepted for this chain.'],
  [{ code: 'no-archive' }, 'The node no longer holds the state of this block.'],
  [{ code: 'disagree' }, 'The nodes of this chain do not agree on the same block.'],
  [
    { code: 'disagree', agreement: { agree: 1, of: 12, quorum: 2 } },
    'The nodes of this chain do not agree on the same block. 1 of 12 say the same; 2 must.',
  ],
]
const reasons = older.map(([reason]) => reason)

describe('the reason of a gap', () => {
  it('is stored as a code, without words, and comes back as it was', () => {
    for (const reason of reasons) expect(decodeReason(encodeReason(reason))).toEqual(reason)
    expect(encodeReason({ code: 'no-archive' })).toBe('no-archive')
    expect(encodeReason({ code: 'disagree', agreement: { agree: 1, of: 3, quorum: 2 } })).toBe('disagree 1/3/2')
  })

  it('that this version does not know only says that nothing was read', () => {
    for (const text of ['', 'toString', 'No archive.', 'disagree 1/2', 'lost 1/2/3'])
      expect(decodeReason(text)).toEqual({ code: 'not-read' })
  })
})

/** The migrations up to the one that turned sentences into codes, as an older version shipped them. */
const oldMigrations = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'sparkscope-migrations-'))
  cpSync('lib/store/migrations', folder, { recursive: true })
  const path = join(folder, 'meta/_journal.json')
  const journal: { entries: { idx: number }[] } = JSON.parse(readFileSync(path, 'utf8'))
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.filter(({ idx }) => idx < 2) }))
  return folder
}

const makeOld = async (place: StoreOptions, migrationsFolder: string) => {
  if (place.databaseUrl === null) {
    // closed by the query below, which opens the same folder
    const client = await PGlite.create({ dataDir: join(place.dataDir, 'pglite') })
    await migratePglite(overPglite({ client }), { migrationsFolder })
    return client.close()
  }
  const client = new pg.Client(place.databaseUrl)
  await client.connect()
  await migratePg(overPg({ client }), { migrationsFolder })
  return client.end()
}

describe.each(engines)('a store of an older version ($name)', (engine) => {
  const folder = oldMigrations()
  let place: StoreOptions
  beforeAll(async () => {
    await engine.start()
    place = await engine.place()
    await makeOld(place, folder)
  })
  afterAll(async () => {
    await engine.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('says of each gap what it said before, from codes', async () => {
    const sentences = [...older.map(([, sentence]) => sentence), 'Of no known failure.', '']
    const rows = sentences.map((text, n) => `('base', ${n * HOUR}, ${n * HOUR}, '${text}', 1, null)`)
    await query(place, `insert into gap (chain, since, until, reason, stored, closed) values ${rows.join(', ')}`)

    const store = await openStore(place)
    const gaps = await store.gaps(0, 100 * HOUR)
    await store.close()

    expect(gaps.map(({ reason }) => reason)).toEqual([...reasons, { code: 'not-read' }, { code: 'not-read' }])
    expect(gaps.map(({ from }) => from)).toEqual(sentences.map((_, n) => n * HOUR))
    const stored = await query(place, 'select reason from gap')
    for (const { reason } of stored) expect(reason).toMatch(/^[a-z-]+( \d+\/\d+\/\d+)?$/)
  })
})
