import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** syrupUSDC and syrupUSDT. `convertToExitAssets` takes unrealised losses off: what a holder would get. */
export const maplePool = defineContract({
  name: 'Maple Pool',
  abi: parseAbi([
    'function asset() view returns (address)',
    'function decimals() view returns (uint8)',
    'function totalAssets() view returns (uint256)',
    'function totalSupply() view returns (uint256)',
    'function balanceOf(address account) view returns (uint256)',
    'function convertToAssets(uint256 shares) view returns (uint256)',
    'function convertToExitAssets(uint256 shares) view returns (uint256)',
    'function unrealizedLosses() view returns (uint256)',
    'function manager() view returns (address)',
  ]),
  source: 'maple-labs/pool-v2/contracts/MaplePool.sol@4f54451',
})
