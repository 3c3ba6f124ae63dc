import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** Raises a debt ceiling by `gap` every `ttl` seconds, up to `line` (both rad). */
export const autoLine = defineContract({
  name: 'DssAutoLine',
  abi: parseAbi([
    'function ilks(bytes32 ilk) view returns (uint256 line, uint256 gap, uint48 ttl, uint48 last, uint48 lastInc)',
  ]),
  source: 'makerdao/dss-auto-line/src/DssAutoLine.sol@bff7e6c',
})
