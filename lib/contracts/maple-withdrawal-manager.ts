import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/**
 * Shares waiting for redemption, out of their owner's balance. `userEscrowedShares` is known from version 2 on.
 * Version 1 has one request an owner instead: `requestIds` (0 for none), then `requests`. `lockedShares`, in both,
 * are redeemed but not yet claimed.
 */
export const mapleWithdrawalManager = defineContract({
  name: 'Maple WithdrawalManager',
  abi: parseAbi([
    'function userEscrowedShares(address owner) view returns (uint256 escrowedShares)',
    'function lockedShares(address owner) view returns (uint256)',
    'function requestIds(address account) view returns (uint128 requestId)',
    'function requests(uint128 requestId) view returns (address owner, uint256 shares)',
    'function totalShares() view returns (uint256)',
  ]),
  source: 'maple-labs/withdrawal-manager-queue/contracts/MapleWithdrawalManager.sol@fa56a0e',
})
