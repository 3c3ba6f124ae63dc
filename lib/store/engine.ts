import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** Either driver: one schema and one SQL for both. */
export type Database = PgDatabase<PgQueryResultHKT, Record<string, never>>

/** The database-wide right to write. */
export type WriterLock = {
  holds(): boolean
  /** Acquires the lock if it is free; renews it where this process has it. */
  try(): Promise<boolean>
}

export type Engine = {
  readonly kind: 'embedded' | 'postgres'
  /** For reading, and for small writes outside a transaction. */
  readonly db: Database
  /** Runs reads that somebody waits for. @throws UnreachableError as soon as the database is known not to answer. */
  answered<value>(read: () => Promise<value>): Promise<value>
  /** All that is done through `tx` is kept, or nothing. */
  transaction(run: (tx: Database) => Promise<void>): Promise<void>
  readonly writer: WriterLock
  /** Housekeeping, after each write. */
  settle(): Promise<void>
  close(): Promise<void>
}

/** The folder of migrations, found from the working directory: a bundle's own path does not lead to it. */
export function migrationsFolder(): string {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const migrations = join(folder, 'lib/store/migrations')
    if (existsSync(join(folder, 'package.json')) && existsSync(migrations)) return migrations
    if (folder === dirname(folder)) throw new Error('Run this inside the project: lib/store/migrations was not found.')
  }
}
