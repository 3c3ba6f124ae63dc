/** An exact decimal: `raw / 10^decimals`. Plain data, so that it can be stored and passed anywhere. */
export type Fixed = { readonly raw: bigint; readonly decimals: number }
