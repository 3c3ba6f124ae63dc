import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/**
 * Sky's ledger: `Art`, `art` and `ink` wad, `rate` and `spot` ray, `line` and `dust` rad (1e45). Debt is `art ×
 * rate`.
 */
export const vat = defineContract({
  name: 'Vat',
  abi: parseAbi([
    'function ilks(bytes32 ilk) view returns (uint256 Art, uint256 rate, uint256 spot, uint256 line, uint256 dust)',
    'function urns(bytes32 ilk, address urn) view returns (uint256 ink, uint256 art)',
  ]),
  source: 'makerdao/dss/src/vat.sol@fa4f663',
})
