import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** Sky’s peg stability module. `tout` is the fee for buying USDC (wad); `HALTED`, 2^256 − 1, means that none can be bought. */
export const litePsm = defineContract({
  name: 'DssLitePsm',
  abi: parseAbi([
    'function gem() view returns (address)',
    'function pocket() view returns (address)',
    'function tin() view returns (uint256)',
    'function tout() view returns (uint256)',
    'function HALTED() view returns (uint256)',
  ]),
  source: 'makerdao/dss-lite-psm/src/DssLitePsm.sol@2598e2e',
})
