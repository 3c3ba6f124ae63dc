/** A reserve's settings as Aave v3.0.2 packs them into `configuration.data`. Shares are basis points. */
export type ReserveConfig = {
  readonly ltv: bigint
  /** 0: the reserve is no collateral at all. */
  readonly liquidationThreshold: bigint
  /** With the 100 %: 10 500 is a premium of 5 %; 0 when the reserve is no collateral. */
  readonly liquidationBonus: bigint
  readonly decimals: number
  readonly active: boolean
  readonly frozen: boolean
  readonly borrowingEnabled: boolean
  readonly stableBorrowingEnabled: boolean
  readonly paused: boolean
  readonly borrowableInIsolation: boolean
  readonly siloedBorrowing: boolean
  readonly flashLoanEnabled: boolean
  readonly reserveFactor: bigint
  /** Whole tokens; 0: none. */
  readonly borrowCap: bigint
  /** Whole tokens; 0: none. */
  readonly supplyCap: bigint
  /** Of the premium, not of the amount. */
  readonly liquidationProtocolFee: bigint
  /** 0: none. */
  readonly eModeCategory: number
  /** Whole tokens. */
  readonly unbackedMintCap: bigint
  /** US dollars with two decimals; other than 0: isolated collateral. */
  readonly debtCeiling: bigint
}

/** Unpacks `Pool.getConfiguration(asset).data` (uint256). */
export function decodeReserveConfig(data: bigint): ReserveConfig {
  const bits = (from: number, width: number): bigint => BigInt.asUintN(width, data >> BigInt(from))
  const flag = (at: number): boolean => bits(at, 1) === 1n
  return {
    ltv: bits(0, 16),
    liquidationThreshold: bits(16, 16),
    liquidationBonus: bits(32, 16),
    decimals: Number(bits(48, 8)),
    active: flag(56),
    frozen: flag(57),
    borrowingEnabled: flag(58),
    stableBorrowingEnabled: flag(59),
    paused: flag(60),
    borrowableInIsolation: flag(61),
    siloedBorrowing: flag(62),
    flashLoanEnabled: flag(63),
    reserveFactor: bits(64, 16),
    borrowCap: bits(80, 36),
    supplyCap: bits(116, 36),
    liquidationProtocolFee: bits(152, 16),
    eModeCategory: Number(bits(168, 8)),
    unbackedMintCap: bits(176, 36),
    debtCeiling: bits(212, 40),
  }
}
