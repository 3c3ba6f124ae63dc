import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** Prices in `BASE_CURRENCY_UNIT` (1e8 a dollar). A source that answers 0 or less makes `getAssetPrice` revert. */
export const aaveOracle = defineContract({
  name: 'AaveOracle',
  abi: parseAbi([
    'function BASE_CURRENCY() view returns (address)',
    'function BASE_CURRENCY_UNIT() view returns (uint256)',
    'function getAssetPrice(address asset) view returns (uint256)',
    'function getSourceOfAsset(address asset) view returns (address)',
    'function getFallbackOracle() view returns (address)',
  ]),
  source: 'marsfoundation/sparklend-v1-core/contracts/misc/AaveOracle.sol@8120e495',
})
