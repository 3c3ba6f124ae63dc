import { chainSlugs } from '../chains'
import { failure } from '../errors'
import { deriveAll } from './derive'
import { neverRead } from './observe'
import { type Class, classes, type Metric } from './types'

export type ClassTable = {
  /** The class of a number; that of its metric where nobody expects such a number. */
  of(id: string): Class | undefined
  /** The classes that a metric's numbers have, the most provable first. */
  inMetric(metric: string): readonly Class[]
}

/** What class each number is, as it follows from the registry alone: said of a number that was read or one that was not, of its history and of its metric. */
export const classTable = (metrics: readonly Metric[]): ClassTable => {
  const read = chainSlugs.flatMap((chain) => neverRead(metrics, chain, failure('not-read')))
  const refuse = (error: unknown) => {
    throw error
  }
  const ids = new Map<string, Class>()
  const byMetric = new Map<string, Set<Class>>()
  for (const { id, metric, class: kind } of [...read, ...deriveAll(metrics, read, chainSlugs, refuse)]) {
    ids.set(id, kind)
    byMetric.set(metric, (byMetric.get(metric) ?? new Set()).add(kind))
  }
  return {
    of: (id) => ids.get(id),
    inMetric: (metric) => classes.filter((kind) => byMetric.get(metric)?.has(kind)),
  }
}
