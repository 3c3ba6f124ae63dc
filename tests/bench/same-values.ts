import { toDecimalString } from '@/lib/math/fixed'
import type { Observation } from '@/lib/metrics/types'
import type { AaveReserve } from './aave-peer'

/** How near two figures must be: the same, one unit of the asset (or 1e-9 of a large amount), or a part of the value. */
type Nearness = 'same' | 'unit' | 1e-9

type Pair = {
  readonly metric: `lend.${string}`
  readonly near: Nearness
  readonly aave: (reserve: AaveReserve) => unknown
}

const pair = (metric: Pair['metric'], near: Nearness, aave: Pair['aave']): Pair => ({ metric, near, aave })
const flag = (value: boolean) => (value ? 1 : 0)
const address = (value: string) => BigInt(value)
const ray = (value: string) => Number(value) / 1e27

/** What both give of a reserve, though under other names and in other units. */
const pairs: readonly Pair[] = [
  pair('lend.borrowed', 'unit', ({ totalDebt }) => totalDebt),
  pair('lend.available', 'unit', ({ unborrowedLiquidity }) => unborrowedLiquidity),
  pair('lend.price', 1e-9, ({ priceInUSD }) => priceInUSD),
  pair('lend.borrowed-usd', 1e-9, ({ totalDebtUSD }) => totalDebtUSD),
  pair('lend.utilization', 1e-9, ({ borrowUsageRatio }) => borrowUsageRatio),
  pair('lend.supply-apr', 1e-9, ({ supplyAPR }) => supplyAPR),
  pair('lend.supply-apy', 1e-9, ({ supplyAPY }) => supplyAPY),
  pair('lend.borrow-apr', 1e-9, ({ variableBorrowAPR }) => variableBorrowAPR),
  pair('lend.borrow-apy', 1e-9, ({ variableBorrowAPY }) => variableBorrowAPY),
  pair('lend.optimal-utilization', 1e-9, ({ optimalUsageRatio }) => ray(optimalUsageRatio)),
  pair('lend.base-rate', 1e-9, ({ baseVariableBorrowRate }) => ray(baseVariableBorrowRate)),
  pair('lend.slope-1', 1e-9, ({ variableRateSlope1 }) => ray(variableRateSlope1)),
  pair('lend.slope-2', 1e-9, ({ variableRateSlope2 }) => ray(variableRateSlope2)),
  pair('lend.rate-strategy', 'same', ({ interestRateStrategyAddress }) => address(interestRateStrategyAddress)),
  pair('lend.ltv', 'same', ({ formattedBaseLTVasCollateral }) => formattedBaseLTVasCollateral),
  pair('lend.liquidation-threshold', 'same', ({ formattedReserveLiquidationThreshold: value }) => value),
  pair('lend.reserve-factor', 'same', ({ reserveFactor }) => reserveFactor),
  pair('lend.supply-cap', 'same', ({ supplyCap }) => supplyCap),
  pair('lend.borrow-cap', 'same', ({ borrowCap }) => borrowCap),
  pair('lend.debt-ceiling-usd', 'same', ({ debtCeilingUSD }) => debtCeilingUSD),
  pair('lend.isolation-debt-usd', 'same', ({ isolationModeTotalDebtUSD }) => isolationModeTotalDebtUSD),
  pair('lend.active', 'same', ({ isActive }) => flag(isActive)),
  pair('lend.frozen', 'same', ({ isFrozen }) => flag(isFrozen)),
  pair('lend.paused', 'same', ({ isPaused }) => flag(isPaused)),
  pair('lend.borrowing-enabled', 'same', ({ borrowingEnabled }) => flag(borrowingEnabled)),
  pair('lend.flash-loan-enabled', 'same', ({ flashLoanEnabled }) => flag(flashLoanEnabled)),
  pair('lend.borrowable-in-isolation', 'same', ({ borrowableInIsolation }) => flag(borrowableInIsolation)),
  pair('lend.siloed-borrowing', 'same', ({ isSiloedBorrowing }) => flag(isSiloedBorrowing)),
  pair('lend.emode', 'same', ({ eModeCategoryId }) => eModeCategoryId),
  pair('lend.underlying', 'same', ({ underlyingAsset }) => address(underlyingAsset)),
  pair('lend.sp-token', 'same', ({ aTokenAddress }) => address(aTokenAddress)),
  pair('lend.debt-token', 'same', ({ variableDebtTokenAddress }) => address(variableDebtTokenAddress)),
  pair('lend.oracle-source', 'same', ({ priceOracle }) => address(priceOracle)),
]

/** Our metrics whose values the Aave pair gives too. */
export const sharedMetrics: readonly string[] = pairs.map(({ metric }) => metric)

const isNear = (near: Nearness, ours: string, theirs: unknown, reserve: AaveReserve): boolean => {
  const [a, b] = [Number(ours), Number(theirs)]
  if (near === 'same') return ours === String(theirs) || a === b
  const slack =
    near === 'unit' ? Math.max(1 / 10 ** reserve.decimals, Math.abs(b) * 1e-9) : Math.max(Math.abs(b), 1) * near
  return Math.abs(a - b) <= slack
}

/** Compares what both say of every reserve; answers how many values were compared and which differ. */
export const compareValues = (nums: readonly Observation[], reserves: readonly AaveReserve[]) => {
  const values = (metric: string) => nums.filter((num) => num.metric === metric && num.chain === 'ethereum')
  const underlyings = values('lend.underlying')
  const differing: string[] = []
  let compared = 0
  for (const reserve of reserves) {
    const key = underlyings.find(({ value }) => value?.raw === address(reserve.underlyingAsset))?.key
    for (const { metric, near, aave } of pairs) {
      const num = values(metric).find((each) => each.key === key)
      if (num?.status === 'absent') continue
      compared += 1
      const ours = num?.value ? toDecimalString(num.value) : 'nothing'
      if (!isNear(near, ours, aave(reserve), reserve))
        differing.push(`${metric} of ${reserve.symbol}: ${ours}, ${aave(reserve)}`)
    }
  }
  return { compared, differing }
}
