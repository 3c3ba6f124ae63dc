import { desc, eq } from 'drizzle-orm'
import type { Database } from './engine'
import { damages } from './schema'
import type { Damage } from './types'

/** Shown at most; more of it says nothing new. */
const most = 50

const kinds = ['snapshot', 'series', 'gaps'] as const satisfies readonly Damage['kind'][]

/** What was found damaged, by any process over the database. Rows are only named here, never changed. */
export function damageTable(db: Database, clock: () => number) {
  const named = new Set<string>()
  return {
    /** A database that takes no writes just now must not keep anyone from reading on. */
    async add(kind: Damage['kind'], name: string): Promise<void> {
      const found = clock()
      if (named.has(`${kind} ${name}`)) return
      try {
        await db.insert(damages).values({ kind, name, found }).onConflictDoNothing()
        named.add(`${kind} ${name}`)
      } catch {
        // found again at the next reading
      }
    },

    /** Forgets what may be whole again: what still is not will be found again. */
    async clear(kind: Damage['kind']): Promise<void> {
      named.clear()
      await db.delete(damages).where(eq(damages.kind, kind))
    },

    async list(): Promise<readonly Damage[]> {
      const rows = await db.select().from(damages).orderBy(desc(damages.found)).limit(most)
      return rows.flatMap(({ name, found, ...row }) => {
        const kind = kinds.find((each) => each === row.kind)
        return kind === undefined ? [] : [{ kind, name, found }]
      })
    },
  }
}

export type DamageTable = ReturnType<typeof damageTable>
