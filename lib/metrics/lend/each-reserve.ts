import type { Derived, Numbers, Observation, Scope } from '../types'

/** A number of the reserve at hand. */
export type ReserveNumber = (metric: `lend.${string}`) => Observation | undefined

/** Derives one value a reserve of a market, in the pool's order. */
export const eachReserve = (
  numbers: Numbers,
  chain: Scope,
  derive: (key: string, get: ReserveNumber) => Derived,
): readonly Derived[] =>
  numbers.of('lend.active', chain).map(({ key }) => derive(key, (metric) => numbers.get(metric, chain, key)))
