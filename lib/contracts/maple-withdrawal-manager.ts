import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** Shares waiting for redemption, out of their owner's balance. Older queues do not know `userEscrowedShares`. */
export const mapleWithdrawalManager = defineContract({
  name: 'Maple WithdrawalManager',
  abi: parseAbi([
    'function userEscrowedShares(address owner) view returns (uint256)',
    'function totalShares() view returns (uint256)',
  ]),
  source: 'maple-labs/withdrawal-manager-queue/contracts/MapleWithdrawalManager.sol',
})
