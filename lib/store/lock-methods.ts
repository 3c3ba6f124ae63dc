import { randomUUID } from 'node:crypto'
import type pg from 'pg'

/** The driver's types name the class itself only as a value. */
export type Client = InstanceType<typeof pg.Client>

/** Advisory lock keys: any two numbers that nothing else in the database uses ("spark" in letters of the alphabet). */
const MIGRATE = 1916011811
const WRITE = 1916011812

/** How long a lease lasts without renewal: several polls, so that a slow one does not lose it. */
const LEASE_SECONDS = 120

/** How one engine grants the right to write; each call on the connection that has it. */
export type LockMethod = {
  /** How long it lasts without `renew`. */
  readonly seconds: number
  acquire(client: Client): Promise<boolean>
  renew(client: Client): Promise<boolean>
  release(client: Client): Promise<void>
}

/** Bound to a session: free at once when the process, its connection or the server dies. */
export const advisoryLock: LockMethod = {
  seconds: Number.POSITIVE_INFINITY,
  acquire: async (client) => {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1::int8) as taken', [WRITE])
    return rows[0]?.taken === true
  },
  // while the session answers, its lock stands
  renew: async (client) => (await client.query('select 1')).rowCount === 1,
  release: async (client) => {
    await client.query('select pg_advisory_unlock($1::int8)', [WRITE])
  },
}

/** For engines without advisory locks, and for poolers: a row that must be renewed, by the database's own clock. */
export function createLease(): LockMethod {
  const holder = randomUUID()
  const renew = async (client: Client) => {
    const { rows } = await client.query<{ holder: string }>(
      `insert into lease (name, holder, until) values ('writer', $1, extract(epoch from now())::int8 + $2::int8)
       on conflict (name) do update set holder = excluded.holder, until = excluded.until
       where lease.holder = excluded.holder or lease.until < extract(epoch from now())::int8 returning holder`,
      [holder, LEASE_SECONDS],
    )
    return rows[0]?.holder === holder
  }
  const release = async (client: Client) => {
    await client.query(`delete from lease where name = 'writer' and holder = $1`, [holder])
  }
  return { seconds: LEASE_SECONDS, acquire: renew, renew, release }
}

/** Lets one process at a time change the tables: held to the end of the transaction, so that it works through poolers, too. */
export const lockMigration = (client: Client) => client.query('select pg_advisory_xact_lock($1::int8)', [MIGRATE])

/** CockroachDB answers true to every advisory lock, YugabyteDB by default with an error. */
export async function hasAdvisoryLocks(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ version: string }>('select version() as version')
  return !/cockroach|yugabyte|-YB-/i.test(rows[0]?.version ?? '')
}

/**
 * Whether a lock of the session is ours for as long as the connection stands. Behind a pooler each transaction may have
 * another session: the server then names another process than the one that answered the login. All others get the lease.
 */
export async function hasSessionLocks(client: Client): Promise<boolean> {
  if (!(await hasAdvisoryLocks(client))) return false
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return rows[0]?.pid === Reflect.get(client, 'processID')
}
