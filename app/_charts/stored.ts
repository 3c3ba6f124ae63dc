import { getHandover } from '@/lib/server/handover'
import type { Gap, Revision, SeriesPoint } from '@/lib/store/types'

/** Reads kept at once: a page, its frame, picture and data ask for the same ones. */
const most = 300

type Kept = {
  readonly series: Map<string, Promise<readonly SeriesPoint[]>>
  readonly gaps: Map<string, Promise<readonly Gap[]>>
}

const empty = (): Kept => ({ series: new Map(), gaps: new Map() })

/** What was read since the newest snapshot came in; a newer one may come with newer history. */
const held = { snapshot: '', kept: empty() }

const shelf = (): Kept => {
  const newest = getHandover().latest()?.id ?? ''
  const { series, gaps } = held.kept
  if (held.snapshot !== newest || series.size + gaps.size >= most) {
    held.snapshot = newest
    held.kept = empty()
  }
  return held.kept
}

const once = <value>(kept: Map<string, Promise<value>>, key: string, read: () => Promise<value>): Promise<value> => {
  const known = kept.get(key)
  if (known !== undefined) return known
  const reading = read()
  kept.set(key, reading)
  // what failed may be asked again
  reading.catch(() => kept.delete(key))
  return reading
}

/** A number's stored points from one instant to another, one range read of an index, once a snapshot however many ask. */
export const storedSeries = (
  number: string,
  from: number,
  to: number,
  every: number,
  revision?: number,
): Promise<readonly SeriesPoint[]> =>
  once(shelf().series, `${number} ${from} ${to} ${every} ${revision}`, () =>
    getHandover().store.readSeries(number, from, to, every, revision),
  )

export const storedGaps = (from: number, to: number, revision?: number): Promise<readonly Gap[]> =>
  once(shelf().gaps, `${from} ${to} ${revision}`, () => getHandover().store.gaps(from, to, revision))

let newest: Revision | null = null

/** What a link that never changes names; the last one known where the database is away. */
export const newestRevision = async (): Promise<Revision | null> => {
  try {
    newest = await getHandover().store.revision()
  } catch (error) {
    if (newest === null) throw error
  }
  return newest
}
