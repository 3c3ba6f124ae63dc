import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** A vault over Morpho markets (ERC-4626 besides). */
export const metaMorpho = defineContract({
  name: 'MetaMorpho',
  abi: parseAbi([
    'function withdrawQueueLength() view returns (uint256)',
    'function withdrawQueue(uint256 index) view returns (bytes32)',
  ]),
  source: 'morpho-org/metamorpho/src/MetaMorpho.sol@163eb2a',
})
