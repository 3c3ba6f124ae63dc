import { type ClassTable, classTable } from './classes'
import { lendMetrics } from './lend'
import { liquidityMetrics } from './liquidity'
import { metricIdOf } from './number-id'
import { rwaMetrics } from './rwa'
import { savingsMetrics } from './savings'
import { spkMetrics } from './spk'
import { tvlMetrics } from './tvl'
import type { Class, Metric } from './types'

export { methodVersionOf } from './define'
export { notes } from './display'
export { marketChains } from './lend/market'
export { placeOf } from './liquidity/place'
export { reconciliation } from './tvl'

/** Every metric there is. A new one is a row of its family's table, or a file of its own and a line in its line's index. */
export const metrics: readonly Metric[] = [
  ...lendMetrics,
  ...savingsMetrics,
  ...liquidityMetrics,
  ...rwaMetrics,
  ...spkMetrics,
  ...tvlMetrics,
]

const byId = new Map<string, Metric>(metrics.map((metric) => [metric.id, metric]))

let table: ClassTable | undefined

/** Made when first asked for, once. */
const classesTable = (): ClassTable => {
  table ??= classTable(metrics)
  return table
}

/** The class of a number of this id, whether or not it was read; undefined where there is no such metric. */
export const classOf = (id: string): Class | undefined => classesTable().of(id) ?? metricById(metricIdOf(id))?.class

/** The classes that a metric's numbers have, the most provable first. */
export const classesOf = (metric: string): readonly Class[] => classesTable().inMetric(metric)

export const metricById = (id: string): Metric | undefined => byId.get(id)
