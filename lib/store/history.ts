import { and, asc, between, eq, gte, lte, sql } from 'drizzle-orm'
import type { ChainSlug } from '../chains'
import type { Class, Scope, Status, Unit } from '../metrics/types'
import type { Database } from './engine'
import { decodeReason } from './gap-reason'
import { gapStands, revisionReader } from './revisions'
import { gaps, instants, points, series, superseded } from './schema'
import type { Gap, SeriesPoint, StoredPoint } from './types'

type Block = Pick<SeriesPoint, 'block' | 'hash' | 'timestamp'>
const NO_BLOCK: Block = { block: null, hash: null, timestamp: null }

/** Instants from one to the other, both included, that are multiples of `every` seconds. */
const inRange = (
  column: typeof points.t | typeof superseded.t | typeof instants.t,
  from: number,
  to: number,
  every: number,
) => and(between(column, from, to), sql`${column} % ${every}::int8 = 0`)

/** Rows in order of time, as one text. */
const rowsText = ({ t, methodVersion, status, value }: typeof points | typeof superseded) =>
  sql<string>`string_agg(concat_ws(' ', ${t}, ${methodVersion}, ${status}, ${value}), ',' order by ${t})`

const rowsOf = (text: string | null | undefined): readonly string[][] =>
  text ? text.split(',').map((row) => row.split(' ')) : []

/** Of several rows of one instant the first. */
const firstOfEach = (rows: readonly string[][]): readonly string[][] => [
  ...new Map(rows.toReversed().map((row) => [row[0], row])).values(),
]

/** Values are stored with all decimals of their contract, for computing with them; in a series trailing zeros are dropped. */
const trimmed = (value: string): string => (value.includes('.') ? value.replace(/\.?0+$/, '') : value)

/** Reads history: numbers over time, the blocks of their instants, gaps. */
export function historyReader(db: Database) {
  const { inForce } = revisionReader(db)

  async function blocksOf(chain: string, from: number, to: number, every: number): Promise<ReadonlyMap<string, Block>> {
    const { t, block, hash, timestamp } = instants
    const [row] = await db
      .select({ text: sql<string | null>`string_agg(concat_ws(' ', ${t}, ${block}, ${hash}, ${timestamp}), ',')` })
      .from(instants)
      .where(and(eq(instants.chain, chain), inRange(t, from, to, every)))
    return new Map(
      rowsOf(row?.text).map(([at = '', number = '', name = '', stamp]) => [
        at,
        { block: BigInt(number), hash: name, timestamp: Number(stamp) },
      ]),
    )
  }

  return {
    /**
     * Two range reads of an index. All rows come as one text, since ten thousand single rows would take the drivers
     * several times as long as the rest. A revision consists of all points stored up to it and those replaced since.
     */
    async series(
      number: string,
      from: number,
      to: number,
      every: number,
      revision?: number,
    ): Promise<readonly SeriesPoint[]> {
      const [row] = await db
        .select({ chain: series.chain, text: rowsText(points) })
        .from(series)
        .innerJoin(points, eq(points.series, series.id))
        .where(
          and(
            eq(series.number, number),
            inRange(points.t, from, to, every),
            revision === undefined ? undefined : lte(points.stored, revision),
          ),
        )
        .groupBy(series.chain)
      const [old] =
        revision === undefined
          ? []
          : await db
              .select({ chain: series.chain, text: rowsText(superseded) })
              .from(series)
              .innerJoin(superseded, eq(superseded.series, series.id))
              .where(and(eq(series.number, number), inRange(superseded.t, from, to, every), inForce(revision)))
              .groupBy(series.chain)
      const chain = row?.chain ?? old?.chain
      if (chain === undefined) return []
      const blocks = chain === 'all' ? null : await blocksOf(chain, from, to, every)
      // a point replaced between the two reads is in both, and the same in both
      const rows = old ? firstOfEach([...rowsOf(row?.text), ...rowsOf(old.text)]) : rowsOf(row?.text)
      const read = rows.map(([at = '', version, status, exact = null]) => ({
        number,
        t: Number(at),
        value: exact === null ? null : trimmed(exact),
        // safe: only the writer's own type gets into this column
        status: status as Status,
        methodVersion: Number(version),
        ...(blocks?.get(at) ?? NO_BLOCK),
      }))
      return old ? read.sort((a, b) => a.t - b.t) : read
    },

    async pointsAt(chain: Scope, t: number): Promise<readonly StoredPoint[]> {
      const rows = await db
        .select({
          number: series.number,
          unit: series.unit,
          class: series.class,
          value: points.value,
          status: points.status,
          methodVersion: points.methodVersion,
        })
        .from(series)
        .innerJoin(points, and(eq(points.series, series.id), eq(points.t, t)))
        .where(eq(series.chain, chain))
      // safe: only the writer's own types get into these columns
      return rows.map((row) => ({
        ...row,
        unit: row.unit as Unit,
        class: row.class as Class,
        status: row.status as Status,
      }))
    },

    async storedInstants(chain: ChainSlug, from: number, to: number): Promise<readonly number[]> {
      const rows = await db
        .select({ t: instants.t })
        .from(instants)
        .where(and(eq(instants.chain, chain), between(instants.t, from, to)))
        .orderBy(asc(instants.t))
      return rows.map(({ t }) => t)
    },

    /** Those that touch the range. */
    async gaps(from: number, to: number, revision?: number): Promise<readonly Gap[]> {
      const rows = await db
        .select()
        .from(gaps)
        .where(and(lte(gaps.since, to), gte(gaps.until, from), gapStands(revision)))
        .orderBy(asc(gaps.chain), asc(gaps.since))
      return rows.map(({ chain, since, until, reason }) => {
        // safe: only `putGap` writes a chain
        return { chain: chain as ChainSlug, from: since, to: until, reason: decodeReason(reason) }
      })
    },
  }
}
