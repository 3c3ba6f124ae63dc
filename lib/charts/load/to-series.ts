import { scopeOf } from '../../metrics/number-id'
import { methodVersionOf, metricOf } from '../../numbers/metric-of'
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

/** The number as the snapshot itself has it: what ends a line. */
const snapshotPoint = (id: string, numbers: NumberIndex): ChartPoint | null => {
  const number = numbers.byId(id)
  if (number === undefined) return null
  const chain = scopeOf(id) ?? 'all'
  // a value that stands from an earlier refresh is not of this block; one by an old price is
  const isEarlier = number.status === 'stale' && number.code !== 'old-price'
  const asOf = chain === 'all' || isEarlier ? undefined : numbers.snapshot.asOf[chain]
  return {
    t: numbers.snapshot.time,
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
export const toSeries = (id: string, stored: readonly SeriesPoint[], numbers: NumberIndex | null): ChartSeries => {
  const newest = numbers && snapshotPoint(id, numbers)
  const past = numbers === null ? stored : stored.filter(({ t }) => t < numbers.snapshot.time)
  const points = [...past.map(storedPoint), ...(newest ? [newest] : [])]
  return {
    id,
    class: numbers?.byId(id)?.class ?? metricOf(id)?.class ?? 'onchain',
    methodVersion: points.at(-1)?.methodVersion ?? methodVersionOf(id),
    points,
  }
}
