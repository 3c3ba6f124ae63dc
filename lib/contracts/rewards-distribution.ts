import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

export const rewardsDistribution = defineContract({
  name: 'VestedRewardsDistribution',
  abi: parseAbi([
    'function dssVest() view returns (address)',
    'function stakingRewards() view returns (address)',
    'function vestId() view returns (uint256)',
    'function lastDistributedAt() view returns (uint256)',
  ]),
  source: 'sky-ecosystem/endgame-toolkit/src/VestedRewardsDistribution.sol@4f238f9',
})
