import { getHandover } from '@/lib/server/handover'
import type { Gap, SeriesPoint } from '@/lib/store/types'

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
): Promise<readonly SeriesPoint[]> =>
  once(shelf().series, `${number} ${from} ${to} ${every}`, () =>
    getHandover().store.readSeries(number, from, to, every),
  )

export const storedGaps = (from: number, to: number): Promise<readonly Gap[]> =>
  once(shelf().gaps, `${from} ${to}`, () => getHandover().store.gaps(from, to))
