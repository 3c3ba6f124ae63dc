import { LruCache } from '@/lib/lru-cache'
import { getAppRuntime } from '@/lib/server/app-runtime'
import type { Gap, Revision, SeriesPoint } from '@/lib/store/types'

/** Reads kept at once: a page, its frame, picture and data ask for the same ones. */
const most = 300

type Kept = {
  readonly series: LruCache<string, Promise<readonly SeriesPoint[]>>
  readonly gaps: LruCache<string, Promise<readonly Gap[]>>
}

const empty = (): Kept => ({ series: new LruCache({ max: most }), gaps: new LruCache({ max: most }) })

/** The last one known. */
let newest: Revision | null = null

/** What was read since the newest snapshot came in and history last grew: it may be filled while the chains stand still. */
const held = { state: '', kept: empty() }

const reads = (): Kept => {
  const state = `${getAppRuntime().latest()?.id} ${newest?.id}`
  if (held.state !== state) {
    held.state = state
    held.kept = empty()
  }
  return held.kept
}

const once = <value>(
  kept: LruCache<string, Promise<value>>,
  key: string,
  read: () => Promise<value>,
): Promise<value> => {
  const known = kept.get(key)
  if (known !== undefined) return known
  const reading = read()
  kept.set(key, reading)
  // what failed may be asked again
  reading.catch(() => kept.delete(key))
  return reading
}

/** A number's stored points from one instant to another, one range read of an index, once a state of the store however many ask. */
export const storedSeries = (
  number: string,
  from: number,
  to: number,
  every: number,
  revision?: number,
): Promise<readonly SeriesPoint[]> =>
  once(reads().series, `${number} ${from} ${to} ${every} ${revision}`, () =>
    getAppRuntime().store.readSeries(number, from, to, every, revision),
  )

export const storedGaps = (from: number, to: number, revision?: number): Promise<readonly Gap[]> =>
  once(reads().gaps, `${from} ${to} ${revision}`, () => getAppRuntime().store.gaps(from, to, revision))

/** What a link that never changes names; the last one known where the database is away. */
export const newestRevision = async (): Promise<Revision | null> => {
  try {
    newest = await getAppRuntime().store.revision()
  } catch (error) {
    if (newest === null) throw error
  }
  return newest
}
