import { inspect } from 'node:util'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStore, type Store, StoreError, UnreachableError } from '@/lib/store'
import migrations from '@/lib/store/migrations/meta/_journal.json'
import { findPostgres, startPostgres, type TestPostgres } from '../support/postgres'
import { blocksAfter, syntheticSnapshot } from '../support/synthetic-snapshot'

const bin = findPostgres()

describe.skipIf(bin === null)('a store on PostgreSQL', () => {
  let server: TestPostgres
  const stores: Store[] = []
  const open = async (databaseUrl: string) => {
    const store = await openStore({ databaseUrl, dataDir: '' })
    stores.push(store)
    return store
  }
  /** What a failed opening says, with everything that a log of it would show. */
  const refusal = async (databaseUrl: string) => {
    const error = await open(databaseUrl).catch((thrown: unknown) => thrown)
    if (!(error instanceof StoreError)) throw new Error('it opened', { cause: error })
    const { hostname, password } = URL.canParse(databaseUrl)
      ? new URL(databaseUrl)
      : { hostname: 'secret', password: 'secret' }
    for (const secret of [hostname, password || server.password, 'postgres:'])
      expect(inspect(error, { depth: 9 })).not.toContain(secret)
    return error
  }
  /** Ends all other sessions of the database, as an administrator or a restart would. */
  const endSessions = async (databaseUrl: string) => {
    const client = new pg.Client(databaseUrl)
    await client.connect()
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await client.end()
  }
  const execute = async (databaseUrl: string, text: string) => {
    const client = new pg.Client(databaseUrl)
    await client.connect()
    const { rows } = await client.query<Record<string, unknown>>(text)
    await client.end()
    return rows
  }

  beforeAll(async () => {
    server = await startPostgres(bin ?? '')
  })
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()))
  })
  afterAll(() => server.stop())

  it('says plainly, and without the URL, why it cannot be opened', async () => {
    const url = new URL(server.url)
    const port = url.port
    url.port = '1'
    expect(await refusal(url.href)).toEqual(new UnreachableError('ECONNREFUSED'))
    url.port = port
    url.password = 'wrong'
    expect(await refusal(url.href)).toMatchObject({ code: 'refused' })
    url.password = ''
    const { message } = await refusal(url.href)
    expect(message).toMatch(/asks for a password; give one in DATABASE_URL/)
    url.password = server.password
    url.pathname = '/nowhere'
    expect(await refusal(url.href)).toMatchObject({ code: 'refused' })
    expect(await refusal('postgres://tester:secret@[secret/x')).toMatchObject({ code: 'refused' })
  })

  it('is migrated once, however many open it at the same time', async () => {
    const url = await server.createDatabase()
    await Promise.all(Array.from({ length: 4 }, () => open(url)))
    expect(await execute(url, 'select count(*)::int as n from drizzle.__drizzle_migrations')).toEqual([
      { n: migrations.entries.length },
    ])
  })

  it('reads on after its connections were cut, or the server was restarted', async () => {
    const url = await server.createDatabase()
    const store = await open(url)
    const snapshot = syntheticSnapshot(blocksAfter(0))
    await store.putSnapshot(snapshot, 1)
    await endSessions(url)
    expect(await store.latestSnapshot()).toEqual(snapshot)
    await server.halt()
    await expect(store.latestSnapshot()).rejects.toThrow(UnreachableError)
    await expect(store.putSnapshot(snapshot, 2)).rejects.toThrow(UnreachableError)
    await expect(store.tryWriterLock()).rejects.toThrow(UnreachableError)
    await server.start()
    expect(await store.latestSnapshot()).toEqual(snapshot)
    await store.putSnapshot(syntheticSnapshot(blocksAfter(1)), 3)
    expect(await store.snapshotCount()).toBe(2)
  })

  it('survives cuts in the middle of writing: all of a call is kept, or nothing', async () => {
    const url = await server.createDatabase()
    const store = await open(url)
    const snapshots = Array.from({ length: 12 }, (_, poll) => syntheticSnapshot(blocksAfter(poll)))
    let writing = true
    const cutting = (async () => {
      while (writing) {
        await endSessions(url)
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 50))
      }
    })()
    for (const snapshot of snapshots) {
      for (let done = false; !done; ) {
        done = await store.putSnapshot(snapshot, 1).then(
          () => true,
          (error: unknown) => {
            expect(error).toBeInstanceOf(UnreachableError)
            return false
          },
        )
      }
    }
    writing = false
    await cutting
    for (const snapshot of snapshots) expect(await store.snapshotById(snapshot.id)).toEqual(snapshot)
  })

  it('gives the right to write to one process at a time, and passes it on', async () => {
    const url = await server.createDatabase()
    const [first, second] = [await open(url), await open(url)]
    expect(first.holdsWriterLock()).toBe(false)
    expect(await Promise.all([first.tryWriterLock(), first.tryWriterLock()])).toEqual([true, true])
    expect(await second.tryWriterLock()).toBe(false)
    expect(await first.tryWriterLock()).toBe(true)
    expect([first.holdsWriterLock(), second.holdsWriterLock()]).toEqual([true, false])

    await endSessions(url)
    expect(await second.tryWriterLock()).toBe(true)
    expect(await first.tryWriterLock()).toBe(false)
    expect([first.holdsWriterLock(), second.holdsWriterLock()]).toEqual([false, true])

    await second.close()
    expect(await first.tryWriterLock()).toBe(true)
  })

  it('holds that right by a lease where the engine has no advisory locks', async () => {
    const url = await server.createDatabase()
    // stands before the built-in function, so that the server says that it is another engine
    await execute(
      url,
      `create function public.version() returns text language sql as $$ select 'CockroachDB CCL v25.1' $$;
       alter database "${new URL(url).pathname.slice(1)}" set search_path = public, pg_catalog`,
    )
    const [first, second] = [await open(url), await open(url)]
    expect(await first.tryWriterLock()).toBe(true)
    expect(await second.tryWriterLock()).toBe(false)
    expect(await first.tryWriterLock()).toBe(true)
    expect(await execute(url, 'select name from lease')).toEqual([{ name: 'writer' }])

    await execute(url, 'update lease set until = 0')
    expect(await second.tryWriterLock()).toBe(true)
    expect(await first.tryWriterLock()).toBe(false)
    expect([first.holdsWriterLock(), second.holdsWriterLock()]).toEqual([false, true])

    await second.close()
    expect(await first.tryWriterLock()).toBe(true)
  })
})
