import { and, between, desc, eq, gt, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from './engine'
import { gaps, points, revisions, series, superseded } from './schema'
import type { Revision } from './types'

/**
 * A new revision, for all that one transaction writes. Named by the clock, so that a store filled anew has none of an
 * older one's; never earlier than the last, whatever the clock does. Until the transaction ends no other begins one: who
 * sees a revision sees all that is older.
 */
export async function nextRevision(tx: Database): Promise<number> {
  await tx.update(revisions).set({ storedAt: 0 }).where(eq(revisions.id, 0))
  const id = sql`coalesce(max(${revisions.id}), 0) + 1`
  const storedAt = sql`greatest(coalesce(max(${revisions.storedAt}), 0) + 1, ${Date.now()}::int8)`
  const [made] = await tx
    .insert(revisions)
    .select(sql`select ${id}, ${storedAt} from ${revisions}`)
    .returning({ id: revisions.id })
  return made?.id ?? 0
}

/** Whether a gap was in force at a revision, or is now. */
export const gapStands = (revision: number | undefined): SQL | undefined =>
  revision === undefined
    ? isNull(gaps.closed)
    : and(lte(gaps.stored, revision), or(isNull(gaps.closed), gt(gaps.closed, revision)))

/** Finds what was stored when. */
export function revisionReader(db: Database) {
  const inForce = (revision: number) => and(lte(superseded.stored, revision), gt(superseded.until, revision))
  return {
    /** The newest revision, or the one of this very name. */
    async find(storedAt?: number): Promise<Revision | null> {
      const rows = db.select().from(revisions)
      const [found] = await (storedAt === undefined
        ? rows.orderBy(desc(revisions.id)).limit(1)
        : rows.where(eq(revisions.storedAt, storedAt)))
      return found ?? null
    },

    /** Ids of the numbers with a point at a multiple of `every` in the range, as of a revision. */
    async storedNumbers(from: number, to: number, every: number, revision: number): Promise<readonly string[]> {
      const isPoint = sql`exists (select 1 from ${points} where ${points.series} = ${series.id}
        and ${between(points.t, from, to)} and ${points.t} % ${every}::int8 = 0 and ${points.stored} <= ${revision})`
      const wasPoint = sql`exists (select 1 from ${superseded} where ${superseded.series} = ${series.id}
        and ${between(superseded.t, from, to)} and ${superseded.t} % ${every}::int8 = 0 and ${inForce(revision)})`
      const rows = await db
        .select({ number: series.number })
        .from(series)
        .where(or(isPoint, wasPoint))
        .orderBy(series.number)
      return rows.map(({ number }) => number)
    },

    inForce,
  }
}
