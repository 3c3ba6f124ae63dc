import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg, { type PoolConfig } from 'pg'
import { type Engine, migrationsFolder } from './engine'
import { StoreError, toStoreError } from './errors'
import { withAdvisoryLock, writerLock } from './writer-lock'

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
  const pool = open(
    () =>
      new pg.Pool({
        ...options,
        max: 8,
        idleTimeoutMillis: 60_000,
        query_timeout: 60_000,
      }),
  )
  // an idle connection that breaks is replaced at the next query; without a listener it would end the process
  pool.on('error', () => undefined)
  const connect = () => new pg.Client(options)
  try {
    await withAdvisoryLock(connect, (client) => migrate(drizzle({ client }), { migrationsFolder: migrationsFolder() }))
  } catch (error) {
    await pool.end()
    throw toStoreError(error)
  }
  const writer = writerLock(connect)
  return {
    kind: 'postgres',
    db: drizzle({ client: pool }),
    writer,
    settle: async () => undefined,
    close: async () => {
      await writer.release()
      await pool.end()
    },
  }
}

/** A malformed URL is refused by the driver with the URL in its error. */
function open<made>(make: () => made): made {
  try {
    return make()
  } catch {
    throw new StoreError('refused', 'DATABASE_URL is not a URL that the driver understands.')
  }
}
