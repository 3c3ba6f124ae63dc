import { scopeOf } from '../../metrics/number-id'
import { classOf, methodVersionOf } from '../../numbers/metric-of'
import type { NumberIndex } from '../../numbers/number-index'
import { decimalOf } from '../../numbers/value'
import type { SeriesPoint } from '../../store/types'
import type { ChartPoint, ChartSeries } from '../state/chart-data'

const storedPoint = ({ t, value, status, block, hash, timestamp, methodVersion }: SeriesPoint): ChartPoint => ({
  t,
  value,
  status,
  block,
  blockHash: hash,
  blockTime: timestamp,
  methodVersion,
})

/** A snapshot's numbers, and the moment that they end lines at. */
type Newest = { readonly numbers: NumberIndex; readonly at: number }

/** The number as the snapshot itself has it: what ends a line. */
const snapshotPoint = (id: string, { numbers, at }: Newest): ChartPoint | null => {
  const number = numbers.byId(id)
  if (number === undefined) return null
  const chain = scopeOf(id) ?? 'all'
  // a value that stands from an earlier refresh is not of this block; one by an old price is
  const isEarlier = number.status === 'stale' && number.code !== 'old-price'
  const asOf = chain === 'all' || isEarlier ? undefined : numbers.snapshot.asOf[chain]
  return {
    t: at,
    value: decimalOf(number),
    status: number.status,
    block: asOf?.block ?? null,
    blockHash: asOf?.hash ?? null,
    blockTime: asOf?.timestamp ?? null,
    methodVersion: number.methodVersion,
    ...(number.parts === undefined ? {} : { parts: number.parts }),
  }
}

/** A number's stored points, with the newest of a snapshot behind them where there is one. */
export const toSeries = (id: string, stored: readonly SeriesPoint[], newest: Newest | null): ChartSeries => {
  const last = newest && snapshotPoint(id, newest)
  const past = newest === null ? stored : stored.filter(({ t }) => t < newest.at)
  const points = [...past.map(storedPoint), ...(last ? [last] : [])]
  return {
    id,
    class: newest?.numbers.byId(id)?.class ?? classOf(id) ?? 'onchain',
    methodVersion: points.at(-1)?.methodVersion ?? methodVersionOf(id),
    points,
  }
}
