import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/**
 * SparkLend's pool (Aave v3.0.2). `getReserveData` answers zeros for an unknown asset: an `aTokenAddress` of 0 means
 * not listed. Rates and indices are ray, `accruedToTreasury` is scaled, `isolationModeTotalDebt` has 2 decimals.
 */
export const pool = defineContract({
  name: 'Pool',
  abi: parseAbi([
    'struct ReserveConfigurationMap { uint256 data; }',
    'struct ReserveData { ReserveConfigurationMap configuration; uint128 liquidityIndex; uint128 currentLiquidityRate; uint128 variableBorrowIndex; uint128 currentVariableBorrowRate; uint128 currentStableBorrowRate; uint40 lastUpdateTimestamp; uint16 id; address aTokenAddress; address stableDebtTokenAddress; address variableDebtTokenAddress; address interestRateStrategyAddress; uint128 accruedToTreasury; uint128 unbacked; uint128 isolationModeTotalDebt; }',
    'struct EModeCategory { uint16 ltv; uint16 liquidationThreshold; uint16 liquidationBonus; address priceSource; string label; }',
    'function ADDRESSES_PROVIDER() view returns (address)',
    'function getReservesList() view returns (address[])',
    'function getReserveData(address asset) view returns (ReserveData)',
    'function getConfiguration(address asset) view returns (ReserveConfigurationMap)',
    'function getReserveNormalizedIncome(address asset) view returns (uint256)',
    'function getReserveNormalizedVariableDebt(address asset) view returns (uint256)',
    'function getEModeCategoryData(uint8 id) view returns (EModeCategory)',
    'function getUserAccountData(address user) view returns (uint256 totalCollateralBase, uint256 totalDebtBase, uint256 availableBorrowsBase, uint256 currentLiquidationThreshold, uint256 ltv, uint256 healthFactor)',
    'function getUserEMode(address user) view returns (uint256)',
    'function FLASHLOAN_PREMIUM_TOTAL() view returns (uint128)',
  ]),
  source: 'marsfoundation/sparklend-v1-core/contracts/protocol/pool/Pool.sol@8120e495',
})
