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

type Place = readonly [firstBit: number, width: number]

/** Where each setting lies in `configuration.data`. */
export const reserveConfigBits = {
  ltv: [0, 16],
  liquidationThreshold: [16, 16],
  liquidationBonus: [32, 16],
  decimals: [48, 8],
  active: [56, 1],
  frozen: [57, 1],
  borrowingEnabled: [58, 1],
  stableBorrowingEnabled: [59, 1],
  paused: [60, 1],
  borrowableInIsolation: [61, 1],
  siloedBorrowing: [62, 1],
  flashLoanEnabled: [63, 1],
  reserveFactor: [64, 16],
  borrowCap: [80, 36],
  supplyCap: [116, 36],
  liquidationProtocolFee: [152, 16],
  eModeCategory: [168, 8],
  unbackedMintCap: [176, 36],
  debtCeiling: [212, 40],
} as const satisfies Readonly<Record<keyof ReserveConfig, Place>>

/** Unpacks `Pool.getConfiguration(asset).data` (uint256). */
export function decodeReserveConfig(data: bigint): ReserveConfig {
  const bits = ([from, width]: Place): bigint => BigInt.asUintN(width, data >> BigInt(from))
  const flag = (place: Place): boolean => bits(place) === 1n
  const at = reserveConfigBits
  return {
    ltv: bits(at.ltv),
    liquidationThreshold: bits(at.liquidationThreshold),
    liquidationBonus: bits(at.liquidationBonus),
    decimals: Number(bits(at.decimals)),
    active: flag(at.active),
    frozen: flag(at.frozen),
    borrowingEnabled: flag(at.borrowingEnabled),
    stableBorrowingEnabled: flag(at.stableBorrowingEnabled),
    paused: flag(at.paused),
    borrowableInIsolation: flag(at.borrowableInIsolation),
    siloedBorrowing: flag(at.siloedBorrowing),
    flashLoanEnabled: flag(at.flashLoanEnabled),
    reserveFactor: bits(at.reserveFactor),
    borrowCap: bits(at.borrowCap),
    supplyCap: bits(at.supplyCap),
    liquidationProtocolFee: bits(at.liquidationProtocolFee),
    eModeCategory: Number(bits(at.eModeCategory)),
    unbackedMintCap: bits(at.unbackedMintCap),
    debtCeiling: bits(at.debtCeiling),
  }
}
