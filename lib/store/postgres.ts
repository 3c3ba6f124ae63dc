import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg, { type PoolConfig } from 'pg'
import { type Database, type Engine, migrationsFolder } from './engine'
import { StoreError, toStoreError } from './errors'
import { withAdvisoryLock, writerLock } from './writer-lock'

/** The driver's types name the class itself only as a value. */
type Pool = InstanceType<typeof pg.Pool>

/**
 * Any server that speaks PostgreSQL's wire protocol. Several processes may open it at once: one of them migrates, one writes.
 * @throws UnreachableError, StoreError ("refused"): never with the URL, nor any part of it.
 */
export async function openPostgres(databaseUrl: string): Promise<Engine> {
  const options: PoolConfig = {
    connectionString: databaseUrl,
    application_name: 'sparkscope',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  }
  checkUrl(options)
  const pool = new pg.Pool({
    ...options,
    max: 8,
    idleTimeoutMillis: 60_000,
    query_timeout: 60_000,
  })
  // a connection that breaks is replaced at the next query; without a listener, idle or in use, it would end the process
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const connect = (timeout?: number) => new pg.Client({ ...options, query_timeout: timeout })
  try {
    await withAdvisoryLock(
      () => connect(),
      (client) => migrate(drizzle({ client }), { migrationsFolder: migrationsFolder() }),
    )
  } catch (error) {
    await pool.end()
    throw toStoreError(error)
  }
  const writer = writerLock(() => connect(10_000))
  return {
    kind: 'postgres',
    db: drizzle({ client: pool }),
    transaction: (run) => transaction(pool, run),
    writer,
    settle: async () => undefined,
    close: async () => {
      await writer.release()
      await pool.end()
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

/** The driver would refuse a malformed URL with the URL in its error. */
function checkUrl(options: PoolConfig): void {
  try {
    new pg.Client(options)
  } catch {
    throw new StoreError('refused', 'DATABASE_URL is not a URL that the driver understands.')
  }
}
