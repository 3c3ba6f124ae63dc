import type { Address } from 'viem'
import { type Fixed, fixed } from '../../math/fixed'

/** Basis points as a ratio: 8 500 → 0.85. */
export const fromBps = (bps: bigint): Fixed => fixed(bps, 4)

/** The premium of a liquidation bonus that includes the 100 %: 10 500 → 0.05; 0 stays 0. */
export const premiumOf = (bonus: bigint): Fixed => fromBps(bonus === 0n ? 0n : bonus - 10_000n)

export const fromFlag = (flag: boolean): Fixed => fixed(flag ? 1n : 0n, 0)

/** An address as a number, so that it is stored and compared like any other value. */
export const fromAddress = (address: Address): Fixed => fixed(BigInt(address), 0)
