import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** Staked USDe. What is cooling down has left the balance: the two add up. */
export const susde = defineContract({
  name: 'StakedUSDeV2',
  abi: parseAbi([
    'function cooldowns(address account) view returns (uint104 cooldownEnd, uint152 underlyingAmount)',
    'function cooldownDuration() view returns (uint24)',
    'function asset() view returns (address)',
    'function decimals() view returns (uint8)',
    'function totalSupply() view returns (uint256)',
    'function balanceOf(address account) view returns (uint256)',
    'function convertToAssets(uint256 shares) view returns (uint256)',
  ]),
  source: 'ethena-labs/bbp-public-assets/contracts/contracts/StakedUSDeV2.sol@f3e56d5',
})
