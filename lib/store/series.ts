import { sql } from 'drizzle-orm'
import { LruCache } from '../lru-cache'
import { scopeOf } from '../metrics/number-id'
import { chunksOf, column } from './bulk'
import type { Database, Engine } from './engine'
import { ConflictError, StoreError } from './errors'
import { closeGaps } from './gaps'
import { nextRevision } from './revisions'
import { instants, points, series, superseded } from './schema'
import type { Instant, Point, SeriesInfo } from './types'

const DECIMAL = /^-?\d+(\.\d+)?$/

/** Whether a point gives way to the one written (`excluded`): it failed and this one says something else, or its method is older. */
const isReplaced = sql`(${points.methodVersion} < excluded.method_version
  or (${points.methodVersion} = excluded.method_version and ${points.status} in ('failed', 'stale')
    and (${points.status} <> excluded.status or ${points.value} is distinct from excluded.value)))`

const chainOf = (number: string): string => {
  const chain = scopeOf(number)
  if (chain === null) throw new StoreError('failed', 'A number is named metric:chain:key.')
  return chain
}

/** By series and in order of time, so that the rows of a range lie together; of a point given twice the last stands. */
function bySeries(given: readonly Point[]): ReadonlyMap<string, readonly Point[]> {
  const groups = new Map<string, Point[]>()
  const unordered = new Set<string>()
  for (const point of given) {
    const group = groups.get(point.number) ?? []
    if (group.length === 0) groups.set(point.number, group)
    else if ((group.at(-1)?.t ?? 0) >= point.t) unordered.add(point.number)
    group.push(point)
  }
  for (const number of unordered) {
    const once = new Map(groups.get(number)?.map((point) => [point.t, point]))
    groups.set(
      number,
      [...once.values()].sort((a, b) => a.t - b.t),
    )
  }
  return groups
}

/** Ids of series by number. */
type Ids = ReadonlyMap<string, number>

/** Several times the numbers of a snapshot. */
const idsAtMost = 20_000

/** Writes numbers over time and the blocks that stand for their instants. */
export function seriesWriter({ db, transaction }: Engine) {
  // an id, once given, never changes
  const known = new LruCache<string, number>({ max: idsAtMost })

  /** Ids of the numbers, made where there are none. Outside any transaction: an id remembered must be one that stays. */
  async function idsOf(infos: readonly SeriesInfo[], numbers: ReadonlySet<string>): Promise<Ids> {
    const ids = new Map<string, number>()
    const add = (number: string, id: number) => {
      ids.set(number, id)
      known.set(number, id)
    }
    const load = async (some: readonly string[]) => {
      const named = sql`${series.number} in (select json_array_elements_text(${JSON.stringify(some)}::json))`
      for (const row of await db.select({ id: series.id, number: series.number }).from(series).where(named))
        add(row.number, row.id)
    }
    const missing = () => [...numbers].filter((number) => !ids.has(number))
    for (const number of numbers) {
      const id = known.get(number)
      if (id !== undefined) ids.set(number, id)
    }
    if (missing().length === 0) return ids
    await load(missing())
    const wanted = new Set(missing())
    const rows = infos
      .filter(({ number }) => wanted.delete(number))
      .map((info) => ({ number: info.number, chain: chainOf(info.number), unit: info.unit, class: info.class }))
    for (let i = 0; i < rows.length; i += 1_000) {
      const some = rows.slice(i, i + 1_000)
      await db.insert(series).values(some).onConflictDoNothing()
    }
    if (rows.length > 0) await load(missing())
    const [unknown] = missing()
    if (unknown !== undefined) throw new ConflictError(`Points of ${unknown} came without its unit and class.`)
    return ids
  }

  /** @throws ConflictError when another block already stands for an instant. */
  async function putInstants(tx: Database, chunk: readonly Instant[]) {
    const chains = column(
      chunk.map((instant) => instant.chain),
      'text',
    )
    const ts = column(
      chunk.map((instant) => instant.t),
      'int8',
    )
    const blocks = column(
      chunk.map((instant) => instant.block),
      'int8',
    )
    const timestamps = column(
      chunk.map((instant) => instant.timestamp),
      'int8',
    )
    const hashes = column(
      chunk.map((instant) => instant.hash),
      'text',
    )
    const given = sql`unnest(${chains}, ${ts}, ${blocks}, ${timestamps}, ${hashes}) as given (chain, t, block, timestamp, hash)`
    await tx.insert(instants).select(sql`select * from ${given}`).onConflictDoNothing()
    const differs = sql`given.chain = ${instants.chain} and given.t = ${instants.t} and given.hash <> ${instants.hash}`
    const [other] = await tx
      .select({ chain: instants.chain, t: instants.t })
      .from(instants)
      .innerJoin(given, differs)
      .limit(1)
    if (!other) return
    const when = new Date(other.t * 1000).toISOString()
    throw new ConflictError(`Another block of ${other.chain} stands for ${when}: is this another network's store?`)
  }

  /**
   * What was read well stays; what failed may be read again, and a newer method replaces an older one. What is replaced is
   * kept for links to an older revision.
   */
  async function putPoints(tx: Database, chunk: readonly Point[], ids: Ids, revision: number) {
    const wrong = chunk.find(({ value }) => value !== null && !DECIMAL.test(value))
    if (wrong) throw new StoreError('failed', `The value of ${wrong.number} is not a decimal.`)
    const ts = column(
      chunk.map((point) => point.t),
      'int8',
    )
    const numbers = column(
      chunk.map((point) => ids.get(point.number) ?? null),
      'int4',
    )
    const versions = column(
      chunk.map((point) => point.methodVersion),
      'int2',
    )
    const statuses = column(
      chunk.map((point) => point.status),
      'text',
    )
    const values = column(
      chunk.map((point) => point.value),
      'numeric',
    )
    const excluded = (name: string) => sql`excluded.${sql.identifier(name)}`
    const given = sql`unnest(${ts}, ${numbers}, ${versions}, ${statuses}, ${values})`
    const { t, series: id, stored, methodVersion, status, value } = points
    await tx.insert(superseded).select(sql`
      select ${t}, ${id}, ${stored}, ${revision}::int4, ${methodVersion}, ${status}, ${value} from ${points}
      join ${given} as excluded (t, series, method_version, status, value)
        on excluded.t = ${t} and excluded.series = ${id} where ${isReplaced}`)
    await tx
      .insert(points)
      .select(sql`select *, ${revision}::int4 from ${given}`)
      .onConflictDoUpdate({
        target: [points.series, points.t],
        set: {
          methodVersion: excluded('method_version'),
          status: excluded('status'),
          value: excluded('value'),
          stored: excluded('stored'),
        },
        setWhere: isReplaced,
      })
  }

  return async (infos: readonly SeriesInfo[], given: readonly Instant[], newPoints: readonly Point[]) => {
    const groups = bySeries(newPoints)
    const ids = await idsOf(infos, new Set([...infos.map(({ number }) => number), ...groups.keys()]))
    const ordered = [...groups].sort(([a], [b]) => (ids.get(a) ?? 0) - (ids.get(b) ?? 0)).flatMap(([, group]) => group)
    await transaction(async (tx) => {
      const revision = await nextRevision(tx)
      for (const chunk of chunksOf(given)) await putInstants(tx, chunk)
      if (given.length > 0) await closeGaps(tx, [...new Set(given.map(({ chain }) => chain))], revision)
      for (const chunk of chunksOf(ordered)) await putPoints(tx, chunk, ids, revision)
    })
  }
}
