import { and, count, desc, eq, gt, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { verifySnapshot } from '../snapshot/codec'
import type { Snapshot } from '../snapshot/types'
import type { DamageTable } from './damage'
import type { Database } from './engine'
import { CorruptError, toStoreError, UnreachableError } from './errors'
import { joinPieces } from './join-pieces'
import type { PieceTable } from './piece-table'
import { damages, snapshots } from './schema'

const HASH_BYTES = 32

/** Seconds that a block may be ahead of the clock: chains stamp a little ahead, and the clock may be a little slow. */
const AHEAD = 900
/** A clock that stands before this was never set, and nothing is judged by it. */
const SET_CLOCK = Date.UTC(2020) / 1000
/** Rows looked through at a time for one that is whole, after the first was not. */
const BATCH = 50

type Row = {
  readonly id: string
  readonly schema: number
  readonly time: number
  readonly parts: Buffer
  readonly seq: number
}

type Options = {
  readonly db: Database
  readonly pieces: PieceTable
  readonly damage: DamageTable
  /** Unix seconds by the clock on the wall. */
  readonly clock: () => number
}

/** Whether a snapshot's blocks were not ahead of the clock when it was taken: one of a block to come would stay the newest. */
const isPlausible = or(
  lte(snapshots.time, sql`${snapshots.takenAt} + ${AHEAD}::int8`),
  lte(snapshots.takenAt, SET_CLOCK),
)

const isUnmarked = sql`not exists (select 1 from ${damages}
  where ${damages.kind} = 'snapshot' and ${damages.name} = ${snapshots.id})`

/** Reads snapshots. One that is damaged is refused and named as such; the next one that is whole stands in its place. */
export function snapshotReader({ db, pieces, damage, clock }: Options) {
  /** @throws CorruptError when what is stored does not hash to the snapshot's id. */
  async function assemble({ id, schema, time, parts }: Omit<Row, 'seq'>): Promise<Snapshot> {
    const hashes = Array.from({ length: parts.length / HASH_BYTES }, (_, i) =>
      parts.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
    )
    try {
      return verifySnapshot(joinPieces(await pieces.texts(hashes), id, schema, time))
    } catch (error) {
      if (toStoreError(error) instanceof UnreachableError) throw error
      // whatever else fails between the stored bytes and the hash means that the bytes are damaged
      throw new CorruptError(`Snapshot ${id.slice(0, 12)} is refused.`)
    }
  }

  /** The first whole one in an order, of those not known to be damaged; `after` begins behind a row. */
  async function firstWhole(filter: SQL | undefined, order: readonly SQL[], after: (row: Row) => SQL) {
    let last: Row | undefined
    for (let size = 1; ; size = BATCH) {
      const rows = await db
        .select()
        .from(snapshots)
        .where(and(filter, isUnmarked, last && after(last)))
        .orderBy(...order)
        .limit(size)
      for (const row of rows) {
        try {
          return await assemble(row)
        } catch (error) {
          if (!(error instanceof CorruptError)) throw error
          await damage.add('snapshot', row.id)
        }
      }
      last = rows.at(-1)
      if (rows.length < size) return null
    }
  }

  return {
    /** The one taken last, whatever the times of its blocks, if they are not ahead of the clock. */
    latest: () =>
      firstWhole(and(isPlausible, lte(snapshots.time, clock() + AHEAD)), [desc(snapshots.seq)], ({ seq }) =>
        lt(snapshots.seq, seq),
      ),

    /** @throws CorruptError where this very one is damaged. */
    async byId(id: string): Promise<Snapshot | null> {
      const [row] = await db.select().from(snapshots).where(eq(snapshots.id, id))
      if (row === undefined) return null
      try {
        return await assemble(row)
      } catch (error) {
        if (error instanceof CorruptError) await damage.add('snapshot', id)
        throw error
      }
    },

    /** Of equal times the one taken last. */
    at: (time: number) =>
      firstWhole(
        and(isPlausible, lte(snapshots.time, time)),
        [desc(snapshots.time), desc(snapshots.seq)],
        (row) => sql`(${snapshots.time}, ${snapshots.seq}) < (${row.time}::int8, ${row.seq}::int8)`,
      ),

    count: async () => (await db.select({ n: count() }).from(snapshots))[0]?.n ?? 0,

    /** Ids of those that are ahead of the clock: they are kept, and none of them is ever the newest. */
    async ahead(): Promise<readonly string[]> {
      const rows = await db
        .select({ id: snapshots.id })
        .from(snapshots)
        .where(gt(snapshots.time, clock() + AHEAD))
        .orderBy(desc(snapshots.time))
        .limit(BATCH)
      return rows.map(({ id }) => id)
    },
  }
}
