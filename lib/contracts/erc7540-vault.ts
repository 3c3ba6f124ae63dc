import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/**
 * An asynchronous vault; `requestId` is always 0. A claimable deposit (assets) and `maxMint` (shares) are the same
 * money, and so are a claimable redemption (shares) and `maxWithdraw` (assets): count one of each. What was cancelled
 * is claimed apart. `manager` is version 2’s, `baseManager`, `poolId` and `scId` are version 3’s, where
 * `priceLastUpdated` is the later of two prices: the share’s and that of the asset.
 */
export const erc7540Vault = defineContract({
  name: 'ERC7540Vault',
  abi: parseAbi([
    'function share() view returns (address)',
    'function asset() view returns (address)',
    'function pricePerShare() view returns (uint256)',
    'function priceLastUpdated() view returns (uint64)',
    'function totalAssets() view returns (uint256)',
    'function convertToAssets(uint256 shares) view returns (uint256)',
    'function pendingDepositRequest(uint256 requestId, address controller) view returns (uint256 pendingAssets)',
    'function claimableDepositRequest(uint256 requestId, address controller) view returns (uint256 claimableAssets)',
    'function pendingRedeemRequest(uint256 requestId, address controller) view returns (uint256 pendingShares)',
    'function claimableRedeemRequest(uint256 requestId, address controller) view returns (uint256 claimableShares)',
    'function maxMint(address controller) view returns (uint256 maxShares)',
    'function maxWithdraw(address controller) view returns (uint256 maxAssets)',
    'function claimableCancelDepositRequest(uint256 requestId, address controller) view returns (uint256 claimableAssets)',
    'function claimableCancelRedeemRequest(uint256 requestId, address controller) view returns (uint256 claimableShares)',
    'function manager() view returns (address)',
    'function baseManager() view returns (address)',
    'function poolId() view returns (uint64)',
    'function scId() view returns (bytes16)',
  ]),
  source: 'centrifuge/liquidity-pools/src/ERC7540Vault.sol@8725085',
})
