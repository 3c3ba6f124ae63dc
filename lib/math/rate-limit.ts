import { type Seconds, secondsBetween, UINT256_MAX } from './ray'

/** `RateLimits.getRateLimitData(key)`: a bucket of `maxAmount` that refills by `slope` a second. Units are the asset's. */
export type RateLimit = {
  readonly maxAmount: bigint
  readonly slope: bigint
  readonly lastAmount: bigint
  readonly lastUpdated: Seconds
}

/** A `maxAmount` of 2^256 − 1 means no limit. */
export function isUnlimited(limit: RateLimit): boolean {
  return limit.maxAmount === UINT256_MAX
}

/** `RateLimits.getCurrentRateLimit(key)` at `now`; 2^256 − 1 when unlimited. */
export function currentRateLimit(limit: RateLimit, now: Seconds): bigint {
  if (isUnlimited(limit)) return UINT256_MAX
  const refilled = limit.slope * secondsBetween(limit.lastUpdated, now) + limit.lastAmount
  if (refilled > limit.maxAmount) return limit.maxAmount
  return refilled
}
