/** Fixed-point arithmetic as Aave (WadRayMath, PercentageMath) and Maker do it on-chain, to the last digit. */

export const WAD = 10n ** 18n
export const RAY = 10n ** 27n
export const HALF_RAY = RAY / 2n
/** 365 days, in leap years too: what Aave, Sky and Spark divide by. */
export const SECONDS_PER_YEAR = 31_536_000n
export const UINT256_MAX = 2n ** 256n - 1n

/** An instant or a span in seconds, as viem gives it: `number` up to uint48, else `bigint`. */
export type Seconds = bigint | number

/** Seconds from `from` to `to`. @throws RangeError when that is negative, where a contract would revert. */
export function secondsBetween(from: Seconds, to: Seconds): bigint {
  const span = BigInt(to) - BigInt(from)
  if (span < 0n) throw new RangeError(`${to} is before ${from}`)
  return span
}

/** `a × b` of two rays, half up. */
export function rayMul(a: bigint, b: bigint): bigint {
  return (a * b + HALF_RAY) / RAY
}

/** `a / b` as a ray, half up. @throws RangeError when `b` is 0. */
export function rayDiv(a: bigint, b: bigint): bigint {
  return (a * RAY + b / 2n) / b
}

/** `a × b` of two wads, half up. */
export function wadMul(a: bigint, b: bigint): bigint {
  return (a * b + WAD / 2n) / WAD
}

/** `a / b` as a wad, half up. @throws RangeError when `b` is 0. */
export function wadDiv(a: bigint, b: bigint): bigint {
  return (a * WAD + b / 2n) / b
}

/** `value × bps / 10 000`, half up. */
export function percentMul(value: bigint, bps: bigint): bigint {
  return (value * bps + 5_000n) / 10_000n
}

/** `x^n` by squaring in Maker's order: `z` starts at `x` for an odd `n`, else at `one`; `round` brings each product to scale. */
export function powerBySquaring(x: bigint, n: bigint, one: bigint, round: (product: bigint) => bigint): bigint {
  let z = n % 2n === 1n ? x : one
  for (let rest = n / 2n, square = x; rest > 0n; rest /= 2n) {
    square = round(square * square)
    if (rest % 2n === 1n) z = round(z * square)
  }
  return z
}

/**
 * Maker's `rpow`: `x^n` in fixed point `base`, each step rounded half up, so that it is the contracts' own integer.
 * @throws RangeError when a step leaves uint256, where the contracts revert.
 */
export function rpow(x: bigint, n: bigint, base: bigint = RAY): bigint {
  return powerBySquaring(x, n, base, (product) => {
    const rounded = product + base / 2n
    if (rounded > UINT256_MAX) throw new RangeError('rpow leaves uint256')
    return rounded / base
  })
}
