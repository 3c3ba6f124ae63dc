import { LruCache } from '../../lru-cache'
import type { Gap, Revision, SeriesPoint } from '../../store/types'
import type { ChartSource } from './source'

/** Reads kept at once: a page, its embed, picture and data ask for the same ones. */
const MOST = 300

/** What was read of a store since its newest snapshot came in and history last grew: it may be filled while chains stand still. */
type Cache = {
  state: string
  series: LruCache<string, Promise<readonly SeriesPoint[]>>
  gaps: LruCache<string, Promise<readonly Gap[]>>
  newest: Revision | null
}

const caches = new WeakMap<ChartSource['store'], Cache>()

const cacheOf = ({ store }: ChartSource): Cache => {
  const cache = caches.get(store) ?? {
    state: '',
    series: new LruCache({ max: MOST }),
    gaps: new LruCache({ max: MOST }),
    newest: null,
  }
  caches.set(store, cache)
  return cache
}

const freshCache = (source: ChartSource): Cache => {
  const cache = cacheOf(source)
  const state = `${source.latest()?.id} ${cache.newest?.id}`
  if (cache.state !== state) {
    cache.state = state
    cache.series = new LruCache({ max: MOST })
    cache.gaps = new LruCache({ max: MOST })
  }
  return cache
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
export const getSeries = (
  source: ChartSource,
  number: string,
  from: number,
  to: number,
  every: number,
  revision?: number,
): Promise<readonly SeriesPoint[]> =>
  once(freshCache(source).series, `${number} ${from} ${to} ${every} ${revision}`, () =>
    source.store.readSeries(number, from, to, every, revision),
  )

export const getGaps = (source: ChartSource, from: number, to: number, revision?: number): Promise<readonly Gap[]> =>
  once(freshCache(source).gaps, `${from} ${to} ${revision}`, () => source.store.gaps(from, to, revision))

/** What a link that never changes names; the last one known while the database cannot be reached. */
export const getNewestRevision = async (source: ChartSource): Promise<Revision | null> => {
  const cache = cacheOf(source)
  try {
    cache.newest = await source.store.revision()
  } catch (error) {
    if (cache.newest === null) throw error
  }
  return cache.newest
}
