import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** Lido's exit queue: stETH given up for ether, by request. */
export const withdrawQueue = defineContract({
  name: 'WithdrawalQueueERC721',
  abi: parseAbi([
    'struct WithdrawalRequestStatus { uint256 amountOfStETH; uint256 amountOfShares; address owner; uint256 timestamp; bool isFinalized; bool isClaimed; }',
    'function getWithdrawalRequests(address owner) view returns (uint256[] requestsIds)',
    'function getWithdrawalStatus(uint256[] requestIds) view returns (WithdrawalRequestStatus[] statuses)',
  ]),
  source: 'lidofinance/core/contracts/0.8.9/WithdrawalQueue.sol@372b02e',
})
