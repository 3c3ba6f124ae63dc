import type { SparkPoint, Sparks } from '@/components/charts/sparkline'
import { DAY } from '@/lib/format/time'
import { numbersOf } from '@/lib/numbers/number-index'
import { decimalOf } from '@/lib/numbers/value'
import type { Snapshot } from '@/lib/snapshot/types'
import { newestRevision, storedSeries } from './stored-series'

/** Days that a tile looks back. */
const sparkDays = 365

/** The last year of some numbers, a point a day and the newest; of each that has a history, once a state of the store. */
export const readSparks = async (snapshot: Snapshot | null, ids: readonly string[]): Promise<Sparks> => {
  if (snapshot === null) return {}
  const from = snapshot.time - (snapshot.time % DAY) - sparkDays * DAY
  const numbers = numbersOf(snapshot)
  await newestRevision().catch(() => null)
  const read = async (id: string): Promise<readonly [string, readonly SparkPoint[]]> => {
    // a store that cannot be asked just now costs the tile its line, nothing else
    const stored = await storedSeries(id, from, snapshot.time, DAY).catch(() => [])
    const num = numbers.byId(id)
    const newest = num && decimalOf(num)
    const past = stored
      .filter(({ t }) => t < snapshot.time)
      .map(({ t, value }) => ({ t, value: value === null ? null : Number(value) }))
    return [id, newest == null ? past : [...past, { t: snapshot.time, value: Number(newest) }]]
  }
  return Object.fromEntries(await Promise.all(ids.map(read)))
}
