import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** Arbitrum's precompile: the chain's own height, where `block.number` is Ethereum's. */
export const arbSys = defineContract({
  name: 'ArbSys',
  abi: parseAbi(['function arbBlockNumber() view returns (uint256)']),
  source: 'OffchainLabs/nitro-precompile-interfaces/ArbSys.sol@1012d9d',
})
