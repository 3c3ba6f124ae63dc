import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** `rewardRate` (units a second) keeps its last value after `periodFinish`, when nothing is paid any more. */
export const farm = defineContract({
  name: 'StakingRewards',
  abi: parseAbi([
    'function stakingToken() view returns (address)',
    'function rewardsToken() view returns (address)',
    'function totalSupply() view returns (uint256)',
    'function balanceOf(address account) view returns (uint256)',
    'function earned(address account) view returns (uint256)',
    'function rewardRate() view returns (uint256)',
    'function rewardsDuration() view returns (uint256)',
    'function periodFinish() view returns (uint256)',
    'function paused() view returns (bool)',
  ]),
  source: 'sky-ecosystem/endgame-toolkit/src/synthetix/StakingRewards.sol@4f238f9',
})
