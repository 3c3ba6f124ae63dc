import { drizzle } from 'drizzle-orm/node-postgres'
import { answerLimit } from './answer-limit'
import { connectionsTo, type Pool } from './connections'
import type { Database, Engine } from './engine'
import { StoreError, toStoreError } from './errors'
import { hasAdvisoryLocks, lockMigration } from './lock-methods'
import { migrate } from './migrate'
import { writerLock } from './writer-lock'

/** Readers and the writer have connections of their own, so that neither waits for the other's. */
const READS = { seconds: 5, most: 8 }
const WRITES = { seconds: 20, most: 2 }
/** Changes of tables wait for one another, and may take long over many rows. */
const MIGRATION_SECONDS = 600
/** Nothing answered for so long while something is asked: the database is away. */
const SILENT_MS = 3_000

/**
 * Any server that speaks PostgreSQL's wire protocol, or a pooler before it in any mode. Several processes may open it at
 * once: one of them migrates, one writes.
 * @throws UnreachableError, StoreError ("refused"): never with the URL, nor any part of it.
 */
export async function openPostgres(databaseUrl: string): Promise<Engine> {
  const connections = await connectionsTo(databaseUrl)
  try {
    const client = await connections.open(MIGRATION_SECONDS)
    try {
      await drizzle({ client }).transaction(async (tx) => {
        if (await hasAdvisoryLocks(client)) await lockMigration(client)
        await migrate(tx)
      })
    } finally {
      await client.end().catch(() => undefined)
    }
  } catch (error) {
    throw toStoreError(error)
  }
  const reads = connections.pool(READS)
  const writes = connections.pool(WRITES)
  const limit = answerLimit({
    silentMs: SILENT_MS,
    isAsking: () => reads.waitingCount > 0 || reads.totalCount > reads.idleCount,
    probe: connections.probe,
  })
  for (const pool of [reads, writes]) pool.on('release', (error: unknown) => error || limit.heard())
  const writer = writerLock((onLost) => connections.open(10, onLost))
  return {
    kind: 'postgres',
    db: drizzle({ client: reads }),
    answered: limit.run,
    transaction: (run) => transaction(writes, run),
    writer,
    settle: async () => undefined,
    close: async () => {
      limit.close()
      await writer.release()
      await Promise.all([reads.end(), writes.end()])
    },
  }
}

/** drizzle's own transaction on a pool never gives back a connection on which BEGIN failed: eight of those, and all waits. */
async function transaction(pool: Pool, run: (tx: Database) => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await drizzle({ client }).transaction(run)
    client.release()
  } catch (error) {
    // what a refusal of ours leaves is a sound connection; of anything else nobody knows
    client.release(!(error instanceof StoreError))
    throw error
  }
}
