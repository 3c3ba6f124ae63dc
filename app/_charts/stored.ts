import { getHandover } from '@/lib/server/handover'
import type { Gap, SeriesPoint } from '@/lib/store/types'

/** Series kept at once: a page, its frame, picture and data ask for the same ones. */
const most = 300

/** What was read since the newest snapshot came in; a newer one may come with newer history. */
const held = { snapshot: '', series: new Map<string, Promise<readonly SeriesPoint[]>>() }

const shelf = (): Map<string, Promise<readonly SeriesPoint[]>> => {
  const newest = getHandover().latest()?.id ?? ''
  if (held.snapshot !== newest || held.series.size >= most) {
    held.snapshot = newest
    held.series = new Map()
  }
  return held.series
}

/** A number's stored points from one instant to another, one range read of an index, once a snapshot however many ask. */
export const storedSeries = (
  number: string,
  from: number,
  to: number,
  every: number,
): Promise<readonly SeriesPoint[]> => {
  const kept = shelf()
  const key = `${number} ${from} ${to} ${every}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const read = getHandover().store.readSeries(number, from, to, every)
  kept.set(key, read)
  // what failed may be asked again
  read.catch(() => kept.delete(key))
  return read
}

export const storedGaps = (from: number, to: number): Promise<readonly Gap[]> => getHandover().store.gaps(from, to)
