import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { StoreOptions } from '@/lib/store'
import { findPostgres, startPostgres, type TestPostgres } from '../support/postgres'

/** What a suite needs of an engine: places for stores, each fresh, all gone afterwards. */
export type EngineUnderTest = {
  readonly name: 'embedded' | 'postgres'
  start(): Promise<void>
  place(): Promise<StoreOptions>
  stop(): Promise<void>
}

function embedded(): EngineUnderTest {
  const folders: string[] = []
  return {
    name: 'embedded',
    start: async () => undefined,
    place: async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'sparkscope-store-'))
      folders.push(dataDir)
      return { databaseUrl: null, dataDir }
    },
    stop: async () => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    },
  }
}

function postgres(bin: string): EngineUnderTest {
  let server: TestPostgres | null = null
  return {
    name: 'postgres',
    start: async () => {
      server = await startPostgres(bin)
    },
    place: async () => {
      if (!server) throw new Error('the server was not started')
      return {
        databaseUrl: await server.createDatabase(),
        dataDir: join(tmpdir(), 'unused'),
      }
    },
    stop: async () => server?.stop(),
  }
}

const bin = findPostgres()

/** Both engines, or the embedded one alone where PostgreSQL cannot be had. */
export const engines: readonly EngineUnderTest[] = bin === null ? [embedded()] : [embedded(), postgres(bin)]

/** Past the store, straight at its tables; an embedded one must be closed. */
export async function query(place: StoreOptions, text: string): Promise<readonly Record<string, unknown>[]> {
  if (place.databaseUrl === null) {
    const client = await PGlite.create({ dataDir: join(place.dataDir, 'pglite') })
    const { rows } = await client.query<Record<string, unknown>>(text)
    await client.close()
    return rows
  }
  const client = new pg.Client(place.databaseUrl)
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(text)
  await client.end()
  return rows
}
