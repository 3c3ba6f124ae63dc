import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

export const morpho = defineContract({
  name: 'Morpho',
  abi: parseAbi([
    'function market(bytes32 id) view returns (uint128 totalSupplyAssets, uint128 totalSupplyShares, uint128 totalBorrowAssets, uint128 totalBorrowShares, uint128 lastUpdate, uint128 fee)',
  ]),
  source: 'morpho-org/morpho-blue/src/interfaces/IMorpho.sol@3085651',
})
