import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** The DAI savings rate: `dsr` ray a second, `chi` ray at `rho`, `Pie` normalised DAI (wad). */
export const pot = defineContract({
  name: 'Pot',
  abi: parseAbi([
    'function dsr() view returns (uint256)',
    'function chi() view returns (uint256)',
    'function rho() view returns (uint256)',
    'function Pie() view returns (uint256)',
    'function pie(address usr) view returns (uint256)',
  ]),
  source: 'makerdao/dss/src/pot.sol@fa4f663',
})
