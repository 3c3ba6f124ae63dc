import type { WriterLock } from './engine'
import { toStoreError, UnreachableError } from './errors'
import { advisoryLock, type Client, createLease, hasSessionLocks, type LockMethod } from './lock-methods'

type AcquiredLock = { readonly client: Client; readonly method: LockMethod; readonly until: number }

/**
 * The right to write, on a connection of its own. It is lost with the connection; the next `try` acquires it again, or
 * renews it.
 */
export function writerLock(
  connect: (onLost: (client: Client) => void) => Promise<Client>,
): WriterLock & { release(): Promise<void> } {
  let lock: AcquiredLock | null = null
  const lease = createLease()
  let trying: Promise<boolean> | null = null
  const keep = (client: Client, method: LockMethod) => {
    lock = { client, method, until: performance.now() + method.seconds * 1_000 }
    return true
  }
  const close = (client: Client) => client.end().catch(() => undefined)

  async function acquire(): Promise<boolean> {
    const client = await connect((lost) => {
      if (lock?.client === lost) lock = null
    })
    try {
      const method = (await hasSessionLocks(client)) ? advisoryLock : lease
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
