import type { Contract } from '../contracts/define-contract'
import type { DerivedMetric, MethodVersion, Metric, ReadMetric } from './types'

/** Declares a metric that reads a chain. The result forgets the exact contracts, so that metrics fit one list. */
export const defineMetric = <const declared extends Contract>(metric: Omit<ReadMetric<declared>, 'kind'>): ReadMetric =>
  // safe: observe() hands every metric a reader that accepts any contract; the narrow type only guards the author
  ({ ...metric, kind: 'read' }) as unknown as ReadMetric

/** Declares a metric made of other metrics' numbers. */
export const defineDerived = (metric: Omit<DerivedMetric, 'kind'>): DerivedMetric => ({ ...metric, kind: 'derived' })

export const firstVersion: readonly [MethodVersion] = [
  { version: 1, since: '2026-11-20', change: { en: 'First definition.', 'zh-Hant': '首版定義。' } },
]

/** The version of its definition by which a metric's numbers are made. */
export const methodVersionOf = ({ versions }: Pick<Metric, 'versions'>): number => versions.at(-1)?.version ?? 1
