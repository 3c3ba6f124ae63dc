import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** Disables all borrowing once a pegged asset falls to its threshold, each in its own oracle's decimals. */
export const killSwitchOracle = defineContract({
  name: 'KillSwitchOracle',
  abi: parseAbi([
    'function triggered() view returns (bool)',
    'function numOracles() view returns (uint256)',
    'function oracles() view returns (address[])',
    'function oracleThresholds(address oracle) view returns (uint256)',
  ]),
  source: 'marsfoundation/sparklend-kill-switch/src/KillSwitchOracle.sol@ee4da2e',
})
