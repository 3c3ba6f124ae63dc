import type { WriterLock } from './engine'
import { toStoreError, UnreachableError } from './errors'
import { advisoryLock, type Client, createLease, hasAdvisoryLocks, type LockMethod, MIGRATE } from './lock-methods'

async function open(connect: () => Client, onLost: (client: Client) => void): Promise<Client> {
  const client = connect()
  // without a listener a broken connection would end the process
  client.on('error', () => onLost(client))
  client.on('end', () => onLost(client))
  await client.connect()
  return client
}

type AcquiredLock = { readonly client: Client; readonly method: LockMethod; readonly until: number }

/** The right to write, on a connection of its own. It is lost with the connection; the next `try` acquires it again. */
export function writerLock(connect: () => Client): WriterLock & { release(): Promise<void> } {
  let lock: AcquiredLock | null = null
  const lease = createLease()
  let trying: Promise<boolean> | null = null
  const keep = (client: Client, method: LockMethod) => {
    lock = { client, method, until: performance.now() + method.seconds * 1_000 }
    return true
  }
  const close = (client: Client) => client.end().catch(() => undefined)

  async function acquire(): Promise<boolean> {
    const client = await open(connect, (lost) => {
      if (lock?.client === lost) lock = null
    })
    try {
      const method = (await hasAdvisoryLocks(client)) ? advisoryLock : lease
      if (await method.acquire(client)) return keep(client, method)
    } catch (error) {
      await close(client)
      throw error
    }
    await close(client)
    return false
  }

  async function renew({ client, method }: AcquiredLock): Promise<boolean> {
    try {
      if (await method.renew(client)) return keep(client, method)
    } catch (error) {
      if (!(toStoreError(error) instanceof UnreachableError)) throw error
    }
    lock = null
    await close(client)
    return acquire()
  }

  return {
    holds: () => lock !== null && performance.now() < lock.until,
    // two calls at once must not compete with each other
    try: () => {
      trying ??= (lock ? renew(lock) : acquire()).finally(() => {
        trying = null
      })
      return trying
    },
    release: async () => {
      await trying?.catch(() => undefined)
      if (!lock) return
      const { client, method } = lock
      lock = null
      await method.release(client).catch(() => undefined)
      await close(client)
    },
  }
}

/** Runs alone among all processes over the database, where it has advisory locks; a second one waits. */
export async function withAdvisoryLock(connect: () => Client, run: (client: Client) => Promise<void>): Promise<void> {
  const client = await open(connect, () => undefined)
  try {
    if (await hasAdvisoryLocks(client)) await client.query('select pg_advisory_lock($1::int8)', [MIGRATE])
    await run(client)
  } finally {
    // the lock ends with its session
    await client.end().catch(() => undefined)
  }
}
