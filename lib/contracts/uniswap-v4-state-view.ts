import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

export const uniswapV4StateView = defineContract({
  name: 'StateView',
  abi: parseAbi([
    'function getSlot0(bytes32 poolId) view returns (uint160 sqrtPriceX96, int24 tick, uint24 protocolFee, uint24 lpFee)',
    'function getLiquidity(bytes32 poolId) view returns (uint128 liquidity)',
  ]),
  source: 'Uniswap/v4-periphery/src/lens/StateView.sol@dce236d',
})
