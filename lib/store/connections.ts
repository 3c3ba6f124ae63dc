import pg, { type ClientConfig } from 'pg'
import { StoreError, toStoreError } from './errors'
import type { Client } from './lock-methods'

/** The driver's types name the class itself only as a value. */
export type Pool = InstanceType<typeof pg.Pool>

/** How long a query may take: `asked` of the server, and a little longer waited for here, where it does not answer. */
type Limit = { readonly seconds: number; readonly most: number }

/** PgBouncer and its like take no setting with the login, unless they are told to ignore it. */
const isUnsupported = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === '08P01' && /startup parameter/.test(error.message)

/** Connections to the server of a URL. Nothing that outlives a transaction is used on them: between us may be a pooler. */
export async function connectionsTo(databaseUrl: string) {
  const base: ClientConfig = {
    connectionString: databaseUrl,
    application_name: 'sparkscope',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  }
  checkUrl(base)
  let takesLimit = true
  const optionsOf = (seconds: number): ClientConfig => ({
    ...base,
    query_timeout: seconds * 1_000 + 1_000,
    ...(takesLimit ? { statement_timeout: seconds * 1_000 } : {}),
  })

  const open = async (seconds: number, onLost: (client: Client) => void = () => undefined): Promise<Client> => {
    const client = new pg.Client(optionsOf(seconds))
    // without a listener a broken connection would end the process
    client.on('error', () => onLost(client))
    client.on('end', () => onLost(client))
    await client.connect()
    return client
  }

  const first = async (): Promise<void> => (await open(5)).end()
  try {
    await first().catch((error: unknown) => {
      if (!isUnsupported(error)) throw error
      takesLimit = false
      return first()
    })
  } catch (error) {
    throw toStoreError(error)
  }

  return {
    open,
    /** A connection of it that breaks is replaced at the next query. */
    pool({ seconds, most }: Limit): Pool {
      const pool = new pg.Pool({ ...optionsOf(seconds), max: most, idleTimeoutMillis: 60_000 })
      pool.on('error', () => undefined)
      pool.on('connect', (client) => client.on('error', () => undefined))
      return pool
    },
    /** Resolves where the server answers now, on a fresh connection. */
    async probe(): Promise<void> {
      const client = new pg.Client({ ...optionsOf(1), connectionTimeoutMillis: 1_000 })
      client.on('error', () => undefined)
      try {
        await client.connect()
        await client.query('select 1')
      } finally {
        void client.end().catch(() => undefined)
      }
    },
  }
}

/** The driver would refuse a malformed URL with the URL in its error. */
function checkUrl(options: ClientConfig): void {
  try {
    new pg.Client(options)
  } catch {
    throw new StoreError('refused', 'DATABASE_URL is not a URL that the driver understands.')
  }
}
