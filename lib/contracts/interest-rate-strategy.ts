import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/**
 * The four points of the curve (ray), which every kind answers. `RATE_SOURCE` and a spread exist only where the
 * curve follows another rate: slope-1 spreads (signed) on RateTargetKink, base spreads on RateTargetBase. Elsewhere
 * they revert.
 */
export const interestRateStrategy = defineContract({
  name: 'Interest rate strategy',
  abi: parseAbi([
    'function OPTIMAL_USAGE_RATIO() view returns (uint256)',
    'function getBaseVariableBorrowRate() view returns (uint256)',
    'function getVariableRateSlope1() view returns (uint256)',
    'function getVariableRateSlope2() view returns (uint256)',
    'function RATE_SOURCE() view returns (address)',
    'function getVariableRateSlope1Spread() view returns (int256)',
    'function getBaseVariableBorrowRateSpread() view returns (uint256)',
  ]),
  source: 'sparkdotfi/sparklend-advanced/src/RateTargetKinkInterestRateStrategy.sol@e2ba58d',
})
