import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/**
 * How far, and how fast, caps may be raised without a vote. Whole tokens and seconds; a `max` of 0 means not
 * automated.
 */
export const capAutomator = defineContract({
  name: 'CapAutomator',
  abi: parseAbi([
    'function supplyCapConfigs(address asset) view returns (uint48 max, uint48 gap, uint48 increaseCooldown, uint48 lastUpdateBlock, uint48 lastIncreaseTime)',
    'function borrowCapConfigs(address asset) view returns (uint48 max, uint48 gap, uint48 increaseCooldown, uint48 lastUpdateBlock, uint48 lastIncreaseTime)',
  ]),
  source: 'sparkdotfi/sparklend-cap-automator/src/interfaces/ICapAutomator.sol@5c054cf',
})
