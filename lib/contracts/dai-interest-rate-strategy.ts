import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** DAI's first strategy (to 2024-01-24): a flat rate over Sky's base rate, without a curve. Spread in ray a year. */
export const daiInterestRateStrategy = defineContract({
  name: 'DaiInterestRateStrategy',
  abi: parseAbi(['function borrowSpread() view returns (uint256)']),
  source: 'marsfoundation/sparklend-conduits/src/DaiInterestRateStrategy.sol@74aca7e',
})
