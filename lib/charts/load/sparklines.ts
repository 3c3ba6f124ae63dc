import { DAY } from '../../format/time'
import { numbersOf } from '../../numbers/number-index'
import { decimalOf } from '../../numbers/value'
import { getNewestRevision, getSeries } from './cached-reads'
import type { ChartSource } from './source'

/** Days that a sparkline looks back. */
const SPARK_DAYS = 365

export type SparkPoint = {
  readonly t: number
  /** For pixels only; null: not known. */
  readonly value: number | null
}

/** By the number's id. */
export type Sparks = Readonly<Record<string, readonly SparkPoint[]>>

/** The last year of some numbers, a point a day and the newest; of each that has a history, once a state of the store. */
export const loadSparklines = async (source: ChartSource, ids: readonly string[]): Promise<Sparks> => {
  const snapshot = source.latest()
  if (snapshot === null) return {}
  const from = snapshot.time - (snapshot.time % DAY) - SPARK_DAYS * DAY
  const numbers = numbersOf(snapshot)
  await getNewestRevision(source).catch(() => null)
  const load = async (id: string): Promise<readonly [string, readonly SparkPoint[]]> => {
    // a store that cannot be asked just now costs the tile its line, nothing else
    const stored = await getSeries(source, id, from, snapshot.time, DAY).catch(() => [])
    const number = numbers.byId(id)
    const newest = number && decimalOf(number)
    const past = stored
      .filter(({ t }) => t < snapshot.time)
      .map(({ t, value }) => ({ t, value: value === null ? null : Number(value) }))
    return [id, newest == null ? past : [...past, { t: snapshot.time, value: Number(newest) }]]
  }
  return Object.fromEntries(await Promise.all(ids.map(load)))
}
