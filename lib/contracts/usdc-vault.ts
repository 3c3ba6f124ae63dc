import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** sUSDC, on Ethereum and on other chains: shares of 18 decimals, USDC of 6; one share is one sUSDS held. */
export const usdcVault = defineContract({
  name: 'UsdcVault',
  abi: parseAbi([
    'function asset() view returns (address)',
    'function decimals() view returns (uint8)',
    'function totalAssets() view returns (uint256)',
    'function totalSupply() view returns (uint256)',
    'function balanceOf(address account) view returns (uint256)',
    'function convertToAssets(uint256 shares) view returns (uint256)',
    'function maxWithdraw(address owner) view returns (uint256)',
  ]),
  source: 'sparkdotfi/spark-vaults/src/UsdcVault.sol@78d37c8',
})
