import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/**
 * Uniswap v4 positions as tokens. They cannot be listed by owner: ids are found from transfers, and checked by
 * `ownerOf`.
 */
export const uniswapV4PositionManager = defineContract({
  name: 'PositionManager',
  abi: parseAbi([
    'struct PoolKey { address currency0; address currency1; uint24 fee; int24 tickSpacing; address hooks; }',
    'function balanceOf(address owner) view returns (uint256)',
    'function ownerOf(uint256 tokenId) view returns (address)',
    'function nextTokenId() view returns (uint256)',
    'function getPoolAndPositionInfo(uint256 tokenId) view returns (PoolKey poolKey, uint256 info)',
    'function getPositionLiquidity(uint256 tokenId) view returns (uint128 liquidity)',
  ]),
  source: 'Uniswap/v4-periphery/src/PositionManager.sol@dce236d',
})
