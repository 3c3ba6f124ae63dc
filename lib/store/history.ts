import { and, asc, between, eq, gte, lte, sql } from 'drizzle-orm'
import { type ChainSlug, chainSlugs } from '../chains'
import type { Class, Scope, Unit } from '../metrics/types'
import { blockOf, pointOf, readAround } from './checked-rows'
import type { DamageTable } from './damage'
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
export function historyReader(db: Database, damage: DamageTable) {
  const { inForce } = revisionReader(db)

  async function blocksOf(
    number: string,
    chain: string,
    from: number,
    to: number,
    every: number,
  ): Promise<ReadonlyMap<string, Block>> {
    const { t, block, hash, timestamp } = instants
    const [row] = await db
      .select({ text: sql<string | null>`string_agg(concat_ws(' ', ${t}, ${block}, ${hash}, ${timestamp}), ',')` })
      .from(instants)
      .where(and(eq(instants.chain, chain), inRange(t, from, to, every)))
    const found = new Map<string, Block>()
    for (const each of rowsOf(row?.text)) {
      const read = blockOf(each)
      if (read) found.set(each[0] ?? '', read)
      else await damage.add('series', number)
    }
    return found
  }

  /**
   * Two range reads of an index. All rows come as one text, since ten thousand single rows would take the drivers
   * several times as long as the rest. A revision consists of all points stored up to it and those replaced since.
   */
  async function seriesIn(
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
    const blocks = chain === 'all' ? null : await blocksOf(number, chain, from, to, every)
    // a point replaced between the two reads is in both, and the same in both
    const rows = old ? firstOfEach([...rowsOf(row?.text), ...rowsOf(old.text)]) : rowsOf(row?.text)
    const checked = rows.map(pointOf)
    if (checked.includes(null)) await damage.add('series', number)
    const read = checked.flatMap((point) =>
      point === null
        ? []
        : [
            {
              ...point,
              number,
              value: point.value === null ? null : trimmed(point.value),
              ...(blocks?.get(String(point.t)) ?? NO_BLOCK),
            },
          ],
    )
    return old ? read.sort((a, b) => a.t - b.t) : read
  }

  return {
    series: (number: string, from: number, to: number, every: number, revision?: number) =>
      readAround(
        [from, to],
        (first, last) => seriesIn(number, first, last, every, revision),
        () => damage.add('series', number),
      ),
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
      const sound: StoredPoint[] = []
      for (const { unit, class: kind, ...row } of rows) {
        const point = pointOf([
          String(t),
          String(row.methodVersion),
          row.status,
          ...(row.value === null ? [] : [row.value]),
        ])
        if (point === null) await damage.add('series', row.number)
        // safe: only the writer's own types get into these two columns
        else sound.push({ ...row, status: point.status, unit: unit as Unit, class: kind as Class })
      }
      return sound
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
      const sound: Gap[] = []
      for (const { chain, since, until, reason } of rows) {
        const slug = chainSlugs.find((each) => each === chain)
        if (slug === undefined || since > until) await damage.add('gaps', chain)
        else sound.push({ chain: slug, from: since, to: until, reason: decodeReason(reason) })
      }
      return sound
    },
  }
}
