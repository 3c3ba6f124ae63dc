import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** A limit refills by `slope` a second up to `maxAmount`; 2^256 − 1 is unlimited, 0 is off. */
export const rateLimits = defineContract({
  name: 'RateLimits',
  abi: parseAbi([
    'struct RateLimitData { uint256 maxAmount; uint256 slope; uint256 lastAmount; uint256 lastUpdated; }',
    'function getRateLimitData(bytes32 key) view returns (RateLimitData)',
    'function getCurrentRateLimit(bytes32 key) view returns (uint256)',
  ]),
  source: 'sparkdotfi/spark-alm-controller/src/RateLimits.sol@5379267',
})
