import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { type Database, migrationsFolder } from './engine'
import { StoreError } from './errors'

/** Where drizzle's own migrator keeps the account of what has been done. */
const done = sql`drizzle.__drizzle_migrations`

/** drizzle types what a statement answers by its driver; both drivers answer `rows`. */
const rowsOf = async (tx: Database, query: ReturnType<typeof sql>): Promise<readonly Record<string, unknown>[]> => {
  const answer: unknown = await tx.execute(query)
  const rows: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'rows') : null
  return Array.isArray(rows) ? rows : []
}

/**
 * Brings the tables up to date. Within one transaction, for through a pooler there may be no session beyond it; drizzle's
 * own migrator begins before its transaction does, where no lock of a transaction can keep others out.
 * @throws StoreError where a newer version of the program has changed the tables.
 */
export async function migrate(tx: Database): Promise<void> {
  const [there] = await rowsOf(tx, sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`)
  if (there?.there !== true) {
    await tx.execute(sql`create schema if not exists drizzle`)
    await tx.execute(
      sql`create table if not exists ${done} (id serial primary key, hash text not null, created_at bigint)`,
    )
  }
  const [row] = await rowsOf(tx, sql`select max(created_at) as last from ${done}`)
  const last = Number(row?.last ?? 0)
  const migrations = readMigrationFiles({ migrationsFolder: migrationsFolder() })
  if (last > Math.max(...migrations.map(({ folderMillis }) => folderMillis))) throw new StoreError('newer')
  for (const { folderMillis, hash, sql: statements } of migrations) {
    if (folderMillis <= last) continue
    for (const statement of statements) await tx.execute(sql.raw(statement))
    await tx.execute(sql`insert into ${done} (hash, created_at) values (${hash}, ${folderMillis})`)
  }
}
