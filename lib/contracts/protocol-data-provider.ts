import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

export const protocolDataProvider = defineContract({
  name: 'AaveProtocolDataProvider',
  abi: parseAbi([
    'struct TokenData { string symbol; address tokenAddress; }',
    'function getAllReservesTokens() view returns (TokenData[])',
    'function getReserveConfigurationData(address asset) view returns (uint256 decimals, uint256 ltv, uint256 liquidationThreshold, uint256 liquidationBonus, uint256 reserveFactor, bool usageAsCollateralEnabled, bool borrowingEnabled, bool stableBorrowRateEnabled, bool isActive, bool isFrozen)',
    'function getReserveEModeCategory(address asset) view returns (uint256)',
    'function getReserveCaps(address asset) view returns (uint256 borrowCap, uint256 supplyCap)',
    'function getPaused(address asset) view returns (bool isPaused)',
    'function getDebtCeiling(address asset) view returns (uint256)',
    'function getDebtCeilingDecimals() pure returns (uint256)',
    'function getLiquidationProtocolFee(address asset) view returns (uint256)',
    'function getReserveData(address asset) view returns (uint256 unbacked, uint256 accruedToTreasuryScaled, uint256 totalAToken, uint256 totalStableDebt, uint256 totalVariableDebt, uint256 liquidityRate, uint256 variableBorrowRate, uint256 stableBorrowRate, uint256 averageStableBorrowRate, uint256 liquidityIndex, uint256 variableBorrowIndex, uint40 lastUpdateTimestamp)',
    'function getATokenTotalSupply(address asset) view returns (uint256)',
    'function getTotalDebt(address asset) view returns (uint256)',
    'function getReserveTokensAddresses(address asset) view returns (address aTokenAddress, address stableDebtTokenAddress, address variableDebtTokenAddress)',
    'function getInterestRateStrategyAddress(address asset) view returns (address irStrategyAddress)',
    'function getFlashLoanEnabled(address asset) view returns (bool)',
  ]),
  source: 'marsfoundation/sparklend-v1-core/contracts/misc/AaveProtocolDataProvider.sol@8120e495',
})
