import { sql } from 'drizzle-orm'
import { LruCache } from '../lru-cache'
import { scopeOf } from '../metrics/number-id'
import type { Database } from './engine'
import { ConflictError, StoreError } from './errors'
import { series } from './schema'
import type { SeriesInfo } from './types'

/** Ids of series by number. */
export type SeriesIds = ReadonlyMap<string, number>

/** Several times the numbers of a snapshot. */
const idsAtMost = 20_000

const chainOf = (number: string): string => {
  const chain = scopeOf(number)
  if (chain === null) throw new StoreError('failed', 'A number is named metric:chain:key.')
  return chain
}

/** Ids of numbers, inserted where there are none. Not for use in a transaction: an id that is cached must be committed. */
export function seriesIds(db: Database) {
  // an id, once given, never changes
  const cache = new LruCache<string, number>({ max: idsAtMost })

  return async (infos: readonly SeriesInfo[], numbers: ReadonlySet<string>): Promise<SeriesIds> => {
    const ids = new Map<string, number>()
    for (const number of numbers) {
      const id = cache.get(number)
      if (id !== undefined) ids.set(number, id)
    }
    const missing = () => [...numbers].filter((number) => !ids.has(number))
    const load = async (some: readonly string[]) => {
      const named = sql`${series.number} in (select json_array_elements_text(${JSON.stringify(some)}::json))`
      for (const { id, number } of await db
        .select({ id: series.id, number: series.number })
        .from(series)
        .where(named)) {
        ids.set(number, id)
        cache.set(number, id)
      }
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
}
