import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/**
 * Many calls in one. `aggregate3` is payable on-chain; it is only ever called here, never sent, hence `view`.
 * `getBlockNumber` is L1's on Arbitrum: see `arbSys`.
 */
export const multicall3 = defineContract({
  name: 'Multicall3',
  abi: parseAbi([
    'struct Call3 { address target; bool allowFailure; bytes callData; }',
    'struct Result { bool success; bytes returnData; }',
    'function aggregate3(Call3[] calls) view returns (Result[] returnData)',
    'function getBlockNumber() view returns (uint256 blockNumber)',
    'function getCurrentBlockTimestamp() view returns (uint256 timestamp)',
    'function getChainId() view returns (uint256 chainid)',
    'function getEthBalance(address addr) view returns (uint256 balance)',
  ]),
  source: 'mds1/multicall3/src/Multicall3.sol@5f90062',
})
