import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/**
 * Swaps USDC, USDS and sUSDS. Its USDC lies at `pocket()`, which may be another address; values are dollars in 18
 * decimals.
 */
export const psm3 = defineContract({
  name: 'PSM3',
  abi: parseAbi([
    'function usdc() view returns (address)',
    'function usds() view returns (address)',
    'function susds() view returns (address)',
    'function rateProvider() view returns (address)',
    'function pocket() view returns (address)',
    'function totalShares() view returns (uint256)',
    'function shares(address user) view returns (uint256)',
    'function totalAssets() view returns (uint256)',
    'function convertToAssetValue(uint256 numShares) view returns (uint256)',
  ]),
  source: 'sparkdotfi/spark-psm/src/PSM3.sol@2b1a72a',
})
