import { lineOf } from '../metrics/number-id'
import type { Observation } from '../metrics/types'
import type { NumbersQuery } from './endpoints/numbers'

const passes = (allowed: readonly string[], value: string) => allowed.length === 0 || allowed.includes(value)

/** Filters combine; with none, everything. */
export const selectNumbers = (
  numbers: readonly Observation[],
  { metric, chain, key, line }: Omit<NumbersQuery, 'at'>,
): readonly Observation[] =>
  numbers.filter(
    (each) =>
      passes(metric, each.metric) &&
      passes(chain, each.chain) &&
      passes(key, each.key) &&
      passes(line, lineOf(each.metric)),
  )
