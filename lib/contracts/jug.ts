import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** Stability fees: `duty` and `base` ray a second, added up. */
export const jug = defineContract({
  name: 'Jug',
  abi: parseAbi([
    'function ilks(bytes32 ilk) view returns (uint256 duty, uint256 rho)',
    'function base() view returns (uint256)',
  ]),
  source: 'makerdao/dss/src/jug.sol@fa4f663',
})
