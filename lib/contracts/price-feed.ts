import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

export const priceFeed = defineContract({
  name: 'AggregatorV3Interface',
  abi: parseAbi([
    'function latestRoundData() view returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)',
    'function decimals() view returns (uint8)',
    'function description() view returns (string)',
  ]),
  source: 'smartcontractkit/chainlink/contracts/src/v0.8/shared/interfaces/AggregatorV3Interface.sol',
})
