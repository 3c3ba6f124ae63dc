import { fromDecimalString, round } from '../../math/fixed'
import { type RateCurve, supplyRate, variableRate } from '../../math/rate-curve'
import { RAY } from '../../math/ray'

/** A reserve's strategy as the API gives it: exact ratios, 0.9 = 90 %. */
export type Strategy = {
  readonly optimal: string
  readonly base: string
  readonly slope1: string
  readonly slope2: string
  readonly reserveFactor: string
}

/** Yearly rates in ray, not compounded: what the contract would store. */
export type Rates = { readonly borrow: bigint; readonly supply: bigint }

/** Above 100 000 % a year a curve is broken: its APY would not fit a page, nor the memory. */
const ABSURD = 1_000n * RAY

export const toRay = (ratio: string): bigint => round(fromDecimalString(ratio), 27).raw

export type Curve = RateCurve & { readonly ratesAt: (usage: bigint) => Rates }

/**
 * The contract's own arithmetic for every utilisation (ray). null where the parameters are none that a curve can have: a
 * kink outside 0 to 100 %, or rates above 100 000 % a year.
 */
export const curveOf = ({ optimal, base, slope1, slope2, reserveFactor }: Strategy): Curve | null => {
  const curve: RateCurve = { optimal: toRay(optimal), base: toRay(base), slope1: toRay(slope1), slope2: toRay(slope2) }
  if (curve.optimal <= 0n || curve.optimal > RAY || curve.base + curve.slope1 + curve.slope2 > ABSURD) return null
  const factor = round(fromDecimalString(reserveFactor), 4).raw
  const ratesAt = (usage: bigint): Rates => {
    const borrow = variableRate(usage, curve)
    return { borrow, supply: supplyRate(borrow, usage, factor) }
  }
  return { ...curve, ratesAt }
}

/** A utilisation (ray) that a reserve can have; null: not known, or none that a curve speaks of. */
export const usageOf = (utilization: string | null): bigint | null => {
  const usage = utilization === null ? null : toRay(utilization)
  return usage === null || usage < 0n || usage > RAY ? null : usage
}

/** Evenly from 0 to 100 %, with `others` between them, each once and in order. */
export const usagesOf = (strides: number, others: readonly (bigint | null)[]): readonly bigint[] => {
  const even = Array.from({ length: strides + 1 }, (_, i) => (RAY * BigInt(i)) / BigInt(strides))
  const all = new Set([...even, ...others.flatMap((usage) => usage ?? [])])
  return [...all].sort((a, b) => (a < b ? -1 : 1))
}
