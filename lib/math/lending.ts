import {
  percentMul,
  RAY,
  rayDiv,
  rayMul,
  SECONDS_PER_YEAR,
  type Seconds,
  secondsBetween,
  UINT256_MAX,
  wadDiv,
} from './ray'

/** Aave v3.0.2's interest (MathUtils, ReserveLogic, GenericLogic), integer for integer. Rates are ray per 365-day year. */

/** What `Pool.getReserveData(asset)` stores of a reserve's interest, under its own names. */
export type ReserveInterest = {
  readonly liquidityIndex: bigint
  readonly currentLiquidityRate: bigint
  readonly variableBorrowIndex: bigint
  readonly currentVariableBorrowRate: bigint
  readonly lastUpdateTimestamp: Seconds
}

/** Growth factor (ray) of a supply rate since `last`; linear between interactions. `now` is the block's timestamp. */
export function linearInterest(rate: bigint, last: Seconds, now: Seconds): bigint {
  return RAY + (rate * secondsBetween(last, now)) / SECONDS_PER_YEAR
}

/** Growth factor (ray) of a borrow rate since `last`: three terms of the binomial series, as the contract has it. */
export function compoundedInterest(rate: bigint, last: Seconds, now: Seconds): bigint {
  const n = secondsBetween(last, now)
  if (n === 0n) return RAY
  const squared = rayMul(rate, rate) / (SECONDS_PER_YEAR * SECONDS_PER_YEAR)
  const cubed = rayMul(squared, rate) / SECONDS_PER_YEAR
  const second = (n * (n - 1n) * squared) / 2n
  const third = (n * (n - 1n) * (n - 2n) * cubed) / 6n
  return RAY + (rate * n) / SECONDS_PER_YEAR + second + third
}

/** The live supply index (ray): `Pool.getReserveNormalizedIncome` at `now`. */
export function normalizedIncome(r: ReserveInterest, now: Seconds): bigint {
  if (BigInt(now) === BigInt(r.lastUpdateTimestamp)) return r.liquidityIndex
  return rayMul(linearInterest(r.currentLiquidityRate, r.lastUpdateTimestamp, now), r.liquidityIndex)
}

/** The live variable-debt index (ray): `Pool.getReserveNormalizedVariableDebt` at `now`. */
export function normalizedDebt(r: ReserveInterest, now: Seconds): bigint {
  if (BigInt(now) === BigInt(r.lastUpdateTimestamp)) return r.variableBorrowIndex
  return rayMul(compoundedInterest(r.currentVariableBorrowRate, r.lastUpdateTimestamp, now), r.variableBorrowIndex)
}

/** What the treasury is owed, in the asset's units: `accruedToTreasury` is stored scaled by the supply index. */
export function accruedToTreasury(scaled: bigint, income: bigint): bigint {
  return rayMul(scaled, income)
}

/**
 * The reserve factor's part of the debt interest since the last update, which no interaction has booked yet, in the asset's units.
 * `storedIndex` and `liveIndex` are the variable-debt index then and now, `reserveFactor` bps.
 */
export function pendingToTreasury(
  scaledDebt: bigint,
  storedIndex: bigint,
  liveIndex: bigint,
  reserveFactor: bigint,
): bigint {
  return percentMul(rayMul(scaledDebt, liveIndex) - rayMul(scaledDebt, storedIndex), reserveFactor)
}

/** What `validateSupply` holds against the supply cap, in the asset's units: depositors' and the treasury's scaled claims. */
export function suppliedAgainstCap(scaledSupply: bigint, scaledTreasury: bigint, liquidityIndex: bigint): bigint {
  return rayMul(scaledSupply + scaledTreasury, liquidityIndex)
}

/** Share of a cap in use (ray, may exceed 1). `cap` in whole tokens; undefined when it is 0, which means none. */
export function capUsage(amount: bigint, cap: bigint, decimals: number): bigint | undefined {
  return cap === 0n ? undefined : rayDiv(amount, cap * 10n ** BigInt(decimals))
}

/** Health factor (wad) of collateral and debt in base currency and a threshold in bps; 2^256 − 1 without debt. */
export function healthFactor(collateral: bigint, liquidationThreshold: bigint, debt: bigint): bigint {
  return debt === 0n ? UINT256_MAX : wadDiv(percentMul(collateral, liquidationThreshold), debt)
}
