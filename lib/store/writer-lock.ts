import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { WriterLock } from './engine'
import { toStoreError, UnreachableError } from './errors'

/** The driver's types name the class itself only as a value. */
export type Client = InstanceType<typeof pg.Client>

/** Any two numbers will do, as long as nothing else in the database uses them: "spark" in letters of the alphabet. */
const MIGRATE = 1916011811
const WRITE = 1916011812

/** A lease is worth this long without a renewal: several polls, so that a slow one does not lose it. */
const LEASE_SECONDS = 120

/** How the right to write is held on one engine; each call on the one connection that holds it. */
type Way = {
  /** How long it lasts without a `keep`. */
  readonly seconds: number
  take(client: Client): Promise<boolean>
  keep(client: Client): Promise<boolean>
  drop(client: Client): Promise<void>
}

/** Held by a session: free at once when the process, its connection or the server dies. */
const advisory: Way = {
  seconds: Number.POSITIVE_INFINITY,
  take: async (client) => {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1::int8) as taken', [WRITE])
    return rows[0]?.taken === true
  },
  // the session answers, so its lock stands
  keep: async (client) => (await client.query('select 1')).rowCount === 1,
  drop: async (client) => {
    await client.query('select pg_advisory_unlock($1::int8)', [WRITE])
  },
}

/** For engines without advisory locks: a row that must be renewed, by the database's own clock. */
function lease(): Way {
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
  const drop = async (client: Client) => {
    await client.query(`delete from lease where name = 'writer' and holder = $1`, [holder])
  }
  return { seconds: LEASE_SECONDS, take: renew, keep: renew, drop }
}

/** CockroachDB answers true to every advisory lock, YugabyteDB by default an error: both get the lease. */
async function hasAdvisoryLocks(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ version: string }>('select version() as version')
  return !/cockroach|yugabyte|-YB-/i.test(rows[0]?.version ?? '')
}

async function open(connect: () => Client, onLost: (client: Client) => void): Promise<Client> {
  const client = connect()
  // without a listener a broken connection would end the process
  client.on('error', () => onLost(client))
  client.on('end', () => onLost(client))
  await client.connect()
  return client
}

type Held = { readonly client: Client; readonly way: Way; readonly until: number }

/** The right to write, on a connection of its own; lost with it, and then taken anew by the next `try`. */
export function writerLock(connect: () => Client): WriterLock & { release(): Promise<void> } {
  let held: Held | null = null
  const ownLease = lease()
  let trying: Promise<boolean> | null = null
  const hold = (client: Client, way: Way) => {
    held = { client, way, until: performance.now() + way.seconds * 1_000 }
    return true
  }
  const close = (client: Client) => client.end().catch(() => undefined)

  async function take(): Promise<boolean> {
    const client = await open(connect, (lost) => {
      if (held?.client === lost) held = null
    })
    try {
      const way = (await hasAdvisoryLocks(client)) ? advisory : ownLease
      if (await way.take(client)) return hold(client, way)
    } catch (error) {
      await close(client)
      throw error
    }
    await close(client)
    return false
  }

  async function keep({ client, way }: Held): Promise<boolean> {
    try {
      if (await way.keep(client)) return hold(client, way)
    } catch (error) {
      if (!(toStoreError(error) instanceof UnreachableError)) throw error
    }
    held = null
    await close(client)
    return take()
  }

  return {
    holds: () => held !== null && performance.now() < held.until,
    // two at once must not compete with each other
    try: () => {
      trying ??= (held ? keep(held) : take()).finally(() => {
        trying = null
      })
      return trying
    },
    release: async () => {
      await trying?.catch(() => undefined)
      if (!held) return
      const { client, way } = held
      held = null
      await way.drop(client).catch(() => undefined)
      await close(client)
    },
  }
}

/** Runs alone among all processes over the database, where it knows advisory locks; a second one waits. */
export async function withAdvisoryLock(connect: () => Client, run: (client: Client) => Promise<void>): Promise<void> {
  const client = await open(connect, () => undefined)
  try {
    const locks = await hasAdvisoryLocks(client)
    if (locks) await client.query('select pg_advisory_lock($1::int8)', [MIGRATE])
    await run(client)
  } finally {
    // the lock ends with its session
    await client.end().catch(() => undefined)
  }
}
