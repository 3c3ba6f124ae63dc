import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/**
 * The fund's value a token, drawn on in a straight line from the last two checkpoints. `updatedAt` is always now; it
 * reverts once the last checkpoint has expired.
 */
export const superstateOracle = defineContract({
  name: 'SuperstateOracle',
  abi: parseAbi([
    'function latestRoundData() view returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)',
    'function decimals() view returns (uint8)',
    'function checkpoints(uint256 index) view returns (uint64 timestamp, uint64 effectiveAt, uint128 navs)',
    'function CHECKPOINT_EXPIRATION_PERIOD() view returns (uint256)',
  ]),
  source: 'superstateinc/onchain-redemptions/src/oracle/SuperstateOracle.sol@59534af',
})
