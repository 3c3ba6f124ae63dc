import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/**
 * spUSDC, spUSDT, spETH, spPYUSD, as deployed (1.0.1). `vsr` is ray a second, `nowChi` the index at the block (`chi` is stored, older).
 * `assetsOutstanding` is what the liquidity layer has taken, with interest.
 */
export const sparkVaultV2 = defineContract({
  name: 'SparkVault',
  abi: parseAbi([
    'function asset() view returns (address)',
    'function symbol() view returns (string)',
    'function decimals() view returns (uint8)',
    'function totalAssets() view returns (uint256)',
    'function totalSupply() view returns (uint256)',
    'function balanceOf(address account) view returns (uint256)',
    'function convertToAssets(uint256 shares) view returns (uint256)',
    'function vsr() view returns (uint256)',
    'function minVsr() view returns (uint256)',
    'function maxVsr() view returns (uint256)',
    'function chi() view returns (uint192)',
    'function rho() view returns (uint64)',
    'function nowChi() view returns (uint256)',
    'function assetsOf(address owner) view returns (uint256)',
    'function assetsOutstanding() view returns (uint256)',
    'function depositCap() view returns (uint256)',
  ]),
  source: 'sparkdotfi/spark-vaults-v2/src/SparkVault.sol@0a686ba',
})
