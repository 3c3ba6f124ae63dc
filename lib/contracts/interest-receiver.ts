import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** Pays the bridge's interest to Savings xDAI: `dripRate` is xDAI wei a second, sent on at each claim. */
export const interestReceiver = defineContract({
  name: 'BridgeInterestReceiver',
  abi: parseAbi([
    'function vaultAPY() view returns (uint256)',
    'function dripRate() view returns (uint256)',
    'function previewClaimable() view returns (uint256)',
    'function currentEpochBalance() view returns (uint256)',
    'function nextClaimEpoch() view returns (uint256)',
    'function lastClaimTimestamp() view returns (uint256)',
    'function epochLength() view returns (uint256)',
    'function vault() view returns (address)',
  ]),
  source: 'Luigy-Lemon/sDAI-on-Gnosis/src/BridgeInterestReceiver.sol@c8b1b0a',
})
