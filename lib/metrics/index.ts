import { lendMetrics } from './lend'
import { liquidityMetrics } from './liquidity'
import { rwaMetrics } from './rwa'
import { savingsMetrics } from './savings'
import { spkMetrics } from './spk'
import { tvlMetrics } from './tvl'
import type { Metric } from './types'

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

export const metricById = (id: string): Metric | undefined => byId.get(id)
