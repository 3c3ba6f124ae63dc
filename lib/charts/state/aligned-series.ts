import { addDecimals, ratioOf } from '../../math/decimal'
import type { Class } from '../../metrics/types'
import type { SeriesSpec } from '../define/define-chart'
import type { ChartPoint } from './chart-data'

/** What stands behind a value: read; does not exist there and then; could not be read; not due at this instant. */
export const KNOWN = 0
export const ABSENT = 1
export const MISSING = 2
export const NOT_DUE = 3

/** A series over the chart's common instants; each list has an entry for each of them. */
export type AlignedSeries = {
  readonly spec: SeriesSpec
  readonly class: Class
  /** Exact decimals. */
  readonly values: readonly (string | null)[]
  /** The same as floats, for pixels: NaN where there is nothing to place. */
  readonly floats: Float64Array
  readonly presence: Uint8Array
  /** The points as they were read, where the series is one number: their block, status and method. */
  readonly points: readonly (ChartPoint | null)[] | null
  readonly blocks: readonly (string | null)[] | null
  readonly methodVersions: readonly number[]
  readonly stale: boolean
  readonly parts: ChartPoint['parts'] | null
}

/** What is known of a series from its values alone. */
export type AlignedValues = Omit<AlignedSeries, 'spec' | 'class' | 'methodVersions'>

const classes: readonly Class[] = ['onchain', 'issuer', 'stated', 'promise']

/** A sum is as sure as its least sure part. */
export const worstClass = (of: readonly Class[]): Class =>
  classes[Math.max(0, ...of.map((each) => classes.indexOf(each)))] ?? 'onchain'

/** The classes of what is drawn, the surest first. */
export const classesOf = (series: readonly AlignedSeries[]): readonly Class[] =>
  classes.filter((each) => series.some((one) => one.class === each))

/** As floats, NaN where nothing is known. */
export const floatsOf = (values: readonly (string | null)[]): Float64Array =>
  Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value)))

/** The exact sum of several: missing where any is missing, absent only where all are. */
export const sumValues = (several: readonly AlignedValues[], count: number): AlignedValues => {
  const presence = Uint8Array.from({ length: count }, (_, i) => {
    const each = several.map((one) => one.presence[i])
    if (each.includes(NOT_DUE)) return NOT_DUE
    return each.includes(MISSING) ? MISSING : each.includes(KNOWN) ? KNOWN : ABSENT
  })
  const values = Array.from({ length: count }, (_, i) =>
    presence[i] === KNOWN ? several.reduce((sum, { values: own }) => addDecimals(sum, own[i] ?? '0'), '0') : null,
  )
  return {
    values,
    floats: floatsOf(values),
    presence,
    points: null,
    blocks: several.find(({ blocks }) => blocks !== null)?.blocks ?? null,
    stale: several.some(({ stale }) => stale),
    parts: several.find(({ parts }) => parts !== null)?.parts ?? null,
  }
}

/** One number over another: missing where either is, and not there where the other is 0. */
export const ratioValues = (part: AlignedValues, whole: AlignedValues, count: number): AlignedValues => {
  const both = sumValues([part, whole], count)
  const values = Array.from(both.presence, (found, i) => {
    const [above, below] = [part.values[i], whole.values[i]]
    return found === KNOWN && above != null && below != null ? ratioOf(above, below) : null
  })
  const presence = both.presence.map((found, i) => (found === KNOWN && values[i] === null ? ABSENT : found))
  return { ...both, values, floats: floatsOf(values), presence }
}

/** A series that is the exact sum of others, under a name of its own. */
export const sumSeries = (spec: SeriesSpec, of: readonly AlignedSeries[], count: number): AlignedSeries => ({
  spec,
  class: worstClass(of.map((each) => each.class)),
  methodVersions: [...new Set(of.flatMap(({ methodVersions }) => methodVersions))],
  ...sumValues(of, count),
})

/** The newest instant at which a series is known; −1 where it never is. */
export const lastKnown = ({ presence }: Pick<AlignedSeries, 'presence'>): number => presence.lastIndexOf(KNOWN)
