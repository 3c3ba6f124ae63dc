import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/**
 * Moves the liquidity layer's money within its limits. `otcs` (18 decimals, whatever the asset) is known from
 * version 1.8 on, on Ethereum only.
 */
export const almController = defineContract({
  name: 'MainnetController',
  abi: parseAbi([
    'function otcs(address exchange) view returns (address buffer, uint256 rechargeRate18, uint256 sent18, uint256 sentTimestamp, uint256 claimed18)',
    'function isOtcSwapReady(address exchange) view returns (bool)',
    'function proxy() view returns (address)',
    'function rateLimits() view returns (address)',
    'function RELAYER() view returns (bytes32)',
    'function FREEZER() view returns (bytes32)',
    'function hasRole(bytes32 role, address account) view returns (bool)',
    'function getRoleMemberCount(bytes32 role) view returns (uint256)',
    'function maxSlippages(address pool) view returns (uint256)',
  ]),
  source: 'sparkdotfi/spark-alm-controller/src/MainnetController.sol@5379267',
})
