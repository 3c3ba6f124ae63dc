import { powerBySquaring, RAY, rpow, SECONDS_PER_YEAR, type Seconds, secondsBetween } from './ray'

/** Working scale of `apyFromAnnualRate`: 160 bits after the point, 48 digits, so that rounding is a shift. */
const BITS = 160n
const ONE = 1n << BITS
const HALF = ONE / 2n
/** A stored rate above this (100 000 % a year) is no rate; it also bounds the work of the exponentiation. */
const MAX_ANNUAL_RATE = 1_000n * RAY

/**
 * The index at `now` of a rate accumulator (sUSDS, Pot, Vault V2, SSR oracle, Jug): `rpow(rate, now − rho) × chi / RAY`, floor.
 * `rate` per second and `chi` in ray; `chi` itself until `rho` has passed.
 */
export function chiNow(rate: bigint, chi: bigint, rho: Seconds, now: Seconds): bigint {
  if (BigInt(now) <= BigInt(rho)) return chi
  return (rpow(rate, secondsBetween(rho, now)) * chi) / RAY
}

/** What `shares` are worth at index `chi` (ray), in asset units, floor. */
export function assetsFromShares(shares: bigint, chi: bigint): bigint {
  return (shares * chi) / RAY
}

/** The shares that `assets` buy at index `chi` (ray), floor. @throws RangeError when `chi` is 0. */
export function sharesFromAssets(assets: bigint, chi: bigint): bigint {
  return (assets * RAY) / chi
}

/** APY (ray, 5 % = 0.05e27) of a per-second factor (ray, ≥ 1e27): `rate^31 536 000 − 1`, off by less than 1e-19. */
export function apyFromPerSecondRate(rate: bigint): bigint {
  return rpow(rate, SECONDS_PER_YEAR) - RAY
}

/** APR (ray, simple) of a per-second factor (ray): what the SSR oracle's `getAPR()` answers. */
export function aprFromPerSecondRate(rate: bigint): bigint {
  return (rate - RAY) * SECONDS_PER_YEAR
}

/**
 * APY (ray) of a yearly rate that compounds each second, as Aave stores its rates (ray): `(1 + rate / 31 536 000)^31 536 000 − 1`.
 * Worked with 160 bits after the point. Squaring doubles a relative error and each rounding adds at most 2^-161 to it, so
 * that the factor is right to 31 536 000 × 2^-160 < 3e-41: the ray is exact but for its last rounding.
 * @throws RangeError on a negative rate or one above 100 000 %.
 */
export function apyFromAnnualRate(rate: bigint): bigint {
  if (rate < 0n || rate > MAX_ANNUAL_RATE) throw new RangeError(`not a yearly rate: ${rate}`)
  const whole = RAY * SECONDS_PER_YEAR
  const perSecond = ONE + ((rate << BITS) + whole / 2n) / whole
  const factor = powerBySquaring(perSecond, SECONDS_PER_YEAR, ONE, (product) => (product + HALF) >> BITS)
  return ((factor - ONE) * RAY + HALF) >> BITS
}
