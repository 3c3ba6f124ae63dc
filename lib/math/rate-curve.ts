import { percentMul, RAY, rayDiv, rayMul } from './ray'

/** A kinked interest-rate curve, in ray: up to `optimal` utilisation with `slope1`, above it with `slope2` on top. */
export type RateCurve = {
  readonly optimal: bigint
  readonly base: bigint
  readonly slope1: bigint
  readonly slope2: bigint
}

/** Debt over cash and debt (ray); 0 where nothing is borrowed, as the rate curve sees it. */
export function utilization(debt: bigint, available: bigint): bigint {
  return debt === 0n ? 0n : rayDiv(debt, available + debt)
}

/** The yearly variable borrow rate (ray) at a utilisation (ray). */
export function variableRate(usage: bigint, { optimal, base, slope1, slope2 }: RateCurve): bigint {
  if (usage > optimal) return base + slope1 + rayMul(slope2, rayDiv(usage - optimal, RAY - optimal))
  return base + rayDiv(rayMul(slope1, usage), optimal)
}

/** The yearly supply rate (ray): the borrow rate on the part that is lent, less the reserve factor (bps). */
export function supplyRate(borrowRate: bigint, usage: bigint, reserveFactor: bigint): bigint {
  return percentMul(rayMul(borrowRate, usage), 10_000n - reserveFactor)
}

/**
 * `calculateInterestRates` of SparkLend's own strategies, which know variable debt alone, for a reserve without unbacked
 * tokens: the rates that the next interaction would store. `debt` and `available` in the asset's units, `reserveFactor` in
 * bps, rates in ray.
 */
export function ratesAt(
  debt: bigint,
  available: bigint,
  curve: RateCurve,
  reserveFactor: bigint,
): { readonly utilization: bigint; readonly borrowRate: bigint; readonly supplyRate: bigint } {
  const usage = utilization(debt, available)
  const borrowRate = variableRate(usage, curve)
  return { utilization: usage, borrowRate, supplyRate: supplyRate(borrowRate, usage, reserveFactor) }
}

/** A rate source's `getAPR()` (with its `decimals()`, at most 27) as a yearly rate in ray. */
export function rateSourceApr(apr: bigint, decimals: number): bigint {
  return apr * 10n ** BigInt(27 - decimals)
}

/** `slope1` (ray) of a RateTargetKink strategy: at the kink the rate is source + spread. The spread may be negative. */
export function rateTargetKinkSlope1(sourceApr: bigint, spread: bigint, base: bigint): bigint {
  const slope1 = sourceApr + spread - base
  return slope1 > 0n ? slope1 : 0n
}

/** `base` (ray) of a RateTargetBase strategy: the rate starts at source + spread. */
export function rateTargetBase(sourceApr: bigint, spread: bigint): bigint {
  return sourceApr + spread
}
