import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** A simple yearly rate, scaled by its own `decimals` (27 or 18). */
export const rateSource = defineContract({
  name: 'Rate source',
  abi: parseAbi(['function getAPR() view returns (uint256)', 'function decimals() view returns (uint8)']),
  source: 'sparkdotfi/sparklend-advanced/src/interfaces/IRateSource.sol@e2ba58d',
})
