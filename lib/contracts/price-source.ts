import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** What an oracle asks for a price. Not every source has `decimals`, and some answer only to callers they know. */
export const priceSource = defineContract({
  name: 'Price source',
  abi: parseAbi(['function latestAnswer() view returns (int256)', 'function decimals() view returns (uint8)']),
  source: 'sparkdotfi/sparklend-advanced/src/interfaces/IPriceSource.sol@e2ba58d',
})
