import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { checkDataFolder, markDataFolder, openingError } from './data-folder'
import type { Engine } from './engine'
import { CorruptError, toStoreError } from './errors'
import { makeFolder } from './folder'
import { lockFolder } from './lock'
import { migrate } from './migrate'
import { takeTurns } from './turns'

/**
 * PostgreSQL asks its checkpointer to clear the write-ahead log; in this process there is none, and the log would grow
 * without end (1.2 GB after six million rows). So it is cleared here whenever it grew by this much (30 ms).
 */
const LOG_BYTES = 64 * 1024 * 1024

/** Bytes ever written to the log. */
async function logPosition(client: PGlite): Promise<number> {
  const { rows } = await client.query<{ bytes: number }>(
    `select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 as bytes`,
  )
  return rows[0]?.bytes ?? 0
}

/**
 * PostgreSQL inside this process, in `<dataDir>/pglite`. Its files are written without fsync: what is committed survives
 * the death of the process, kill −9 included, but not for certain a power cut; all of it can be read from the chains again.
 * @throws LockedError when another process has the folder; StoreError where its files cannot be opened.
 */
export async function openEmbedded(dataDir: string, address?: string): Promise<Engine> {
  const lock = lockFolder(dataDir, address)
  try {
    // loaded here: 20 MB of WebAssembly that nobody should pay for by an import
    const [pglite, { drizzle }] = await Promise.all([import('@electric-sql/pglite'), import('drizzle-orm/pglite')])
    const folder = join(dataDir, 'pglite')
    makeFolder(folder)
    checkDataFolder(dataDir, folder)
    const refuse = (error: unknown): never => {
      throw openingError(error, dataDir, folder)
    }
    // a commit is answered only once it is in the files
    const client = await pglite.PGlite.create({ dataDir: folder, relaxedDurability: false }).catch(refuse)
    takeTurns(client)
    const db = drizzle({ client })
    let cleared = 0
    try {
      await db.transaction(migrate)
      cleared = await logPosition(client)
    } catch (error) {
      const stated = toStoreError(error)
      throw stated instanceof CorruptError ? openingError(stated, dataDir, folder) : stated
    }
    markDataFolder(dataDir)
    return {
      kind: 'embedded',
      db,
      // within this process nothing can fall silent
      answered: (read) => read(),
      transaction: (run) => db.transaction(run),
      writer: { holds: () => true, try: async () => true },
      settle: async () => {
        const position = await logPosition(client)
        if (position - cleared < LOG_BYTES) return
        await client.exec('checkpoint')
        cleared = position
      },
      close: async () => {
        await client.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
