import type { Metric } from '../types'
import { accruedToTreasury } from './accrued-to-treasury'
import { aclAdmin } from './acl-admin'
import { active } from './active'
import { available } from './available'
import { availableUsd } from './available-usd'
import { baseRate } from './base-rate'
import { borrowApr } from './borrow-apr'
import { borrowApy } from './borrow-apy'
import { borrowCap } from './borrow-cap'
import { borrowCapGap } from './borrow-cap-gap'
import { borrowCapMax } from './borrow-cap-max'
import { borrowCapUsage } from './borrow-cap-usage'
import { borrowHeadroom } from './borrow-headroom'
import { borrowableInIsolation } from './borrowable-in-isolation'
import { borrowed } from './borrowed'
import { borrowedUsd } from './borrowed-usd'
import { borrowingEnabled } from './borrowing-enabled'
import { debtCeilingUsd } from './debt-ceiling-usd'
import { debtToken } from './debt-token'
import { emode } from './emode'
import { emodeLiquidationBonus } from './emode-liquidation-bonus'
import { emodeLiquidationThreshold } from './emode-liquidation-threshold'
import { emodeLtv } from './emode-ltv'
import { flashLoanEnabled } from './flash-loan-enabled'
import { frozen } from './frozen'
import { isolationDebtUsd } from './isolation-debt-usd'
import { liquidationBonus } from './liquidation-bonus'
import { liquidationProtocolFee } from './liquidation-protocol-fee'
import { liquidationThreshold } from './liquidation-threshold'
import { ltv } from './ltv'
import { marketOwner } from './market-owner'
import { nextBorrowApy } from './next-borrow-apy'
import { nextSupplyApy } from './next-supply-apy'
import { optimalUtilization } from './optimal-utilization'
import { oracleSource } from './oracle-source'
import { paused } from './paused'
import { poolConfigurator } from './pool-configurator'
import { price } from './price'
import { rateStrategy } from './rate-strategy'
import { reserveFactor } from './reserve-factor'
import { siloedBorrowing } from './siloed-borrowing'
import { skySupplied } from './sky-supplied'
import { slope1 } from './slope-1'
import { slope2 } from './slope-2'
import { spToken } from './sp-token'
import { supplied } from './supplied'
import { suppliedUsd } from './supplied-usd'
import { supplyApr } from './supply-apr'
import { supplyApy } from './supply-apy'
import { supplyCap } from './supply-cap'
import { supplyCapGap } from './supply-cap-gap'
import { supplyCapMax } from './supply-cap-max'
import { supplyCapUsage } from './supply-cap-usage'
import { supplyHeadroom } from './supply-headroom'
import { underlying } from './underlying'
import { utilization } from './utilization'

/** SparkLend: its reserves, their sums, and who may change them. */
export const lendMetrics: readonly Metric[] = [
  supplied,
  skySupplied,
  borrowed,
  available,
  suppliedUsd,
  borrowedUsd,
  availableUsd,
  price,
  utilization,
  supplyApr,
  supplyApy,
  borrowApr,
  borrowApy,
  nextSupplyApy,
  nextBorrowApy,
  optimalUtilization,
  baseRate,
  slope1,
  slope2,
  rateStrategy,
  ltv,
  liquidationThreshold,
  liquidationBonus,
  liquidationProtocolFee,
  reserveFactor,
  accruedToTreasury,
  supplyCap,
  supplyCapUsage,
  supplyHeadroom,
  supplyCapMax,
  supplyCapGap,
  borrowCap,
  borrowCapUsage,
  borrowHeadroom,
  borrowCapMax,
  borrowCapGap,
  debtCeilingUsd,
  isolationDebtUsd,
  active,
  frozen,
  paused,
  borrowingEnabled,
  flashLoanEnabled,
  borrowableInIsolation,
  siloedBorrowing,
  emode,
  emodeLtv,
  emodeLiquidationThreshold,
  emodeLiquidationBonus,
  underlying,
  spToken,
  debtToken,
  oracleSource,
  aclAdmin,
  marketOwner,
  poolConfigurator,
]
