import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/**
 * Awards count from 1 to `ids`. `accrued` ignores the cliff, `unpaid` does not. A revoked award's `fin` and `tot`
 * are rewritten.
 */
export const dssVest = defineContract({
  name: 'DssVestTransferrable',
  abi: parseAbi([
    'function ids() view returns (uint256)',
    'function czar() view returns (address)',
    'function gem() view returns (address)',
    'function awards(uint256 id) view returns (address usr, uint48 bgn, uint48 clf, uint48 fin, address mgr, uint8 res, uint128 tot, uint128 rxd)',
    'function accrued(uint256 id) view returns (uint256 amt)',
    'function unpaid(uint256 id) view returns (uint256 amt)',
    'function valid(uint256 id) view returns (bool isValid)',
  ]),
  source: 'makerdao/dss-vest/src/DssVest.sol@e9e6a77',
})
