import type { Status } from '../../metrics/types'
import type { AlignedSeries } from './aligned-series'
import { barEnds } from './bar-ends'
import type { ChartPoint } from './chart-data'
import type { ChartState } from './chart-state'

/** One value of a drawn series, as it was read; without block where it is a sum over chains or a plan. */
export type Row = {
  readonly t: number
  /** Of a bar: where it ends. */
  readonly to?: number
  readonly value: string | null
  readonly status: Status
  readonly block: string | null
  readonly blockHash: string | null
  readonly blockTime: number | null
  readonly methodVersion: number | null
}

const rowOf = (t: number, to: number | undefined, value: string | null, point: ChartPoint | null): Row => ({
  t,
  ...(to === undefined ? {} : { to }),
  value,
  status: point?.status ?? (value === null ? 'absent' : 'ok'),
  block: point?.block == null ? null : String(point.block),
  blockHash: point?.blockHash ?? null,
  blockTime: point?.blockTime ?? null,
  methodVersion: point?.methodVersion ?? null,
})

/** Ids of the numbers that a series is made of, each with a proof of its own; none for a plan. */
export const numbersOfSeries = ({ spec: { of } }: AlignedSeries): readonly string[] =>
  of.kind === 'numbers' ? of.ids : []

/** What is known of a series at each instant; an instant of another series says nothing about it. */
export const rowsOf = ({ values, points }: AlignedSeries, { instants, series }: ChartState): readonly Row[] => {
  const ends = barEnds(series)
  return instants.flatMap((t, i) => {
    const [value, point] = [values[i] ?? null, points?.[i] ?? null]
    return value === null && point === null
      ? []
      : [rowOf(t, ends === null ? undefined : (ends.get(t) ?? t), value, point)]
  })
}
