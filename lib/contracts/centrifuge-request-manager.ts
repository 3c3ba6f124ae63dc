import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/**
 * What a Centrifuge vault keeps for each of its investors, in the same order in version 2 (`InvestmentManager`) and 3
 * (`AsyncRequestManager`). The vault’s own `maxMint` and `maxWithdraw` answer 0 for a holder that is frozen: what it may
 * claim stands here all the same. `spoke` is known from version 3 on.
 */
export const centrifugeRequestManager = defineContract({
  name: 'AsyncRequestManager',
  abi: parseAbi([
    'function investments(address vault, address investor) view returns (uint128 maxMint, uint128 maxWithdraw, uint256 depositPrice, uint256 redeemPrice, uint128 pendingDepositRequest, uint128 pendingRedeemRequest, uint128 claimableCancelDepositRequest, uint128 claimableCancelRedeemRequest, bool pendingCancelDepositRequest, bool pendingCancelRedeemRequest)',
    'function spoke() view returns (address)',
  ]),
  source: 'centrifuge/protocol/src/vaults/AsyncRequestManager.sol@a1aeae9',
})
