import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** Savings USDS on Ethereum. `ssr` is ray a second, `chi` the index at `rho`; the conversions accrue to the block. */
export const susds = defineContract({
  name: 'SUsds',
  abi: parseAbi([
    'function ssr() view returns (uint256)',
    'function chi() view returns (uint192)',
    'function rho() view returns (uint64)',
    'function asset() view returns (address)',
    'function decimals() view returns (uint8)',
    'function totalAssets() view returns (uint256)',
    'function totalSupply() view returns (uint256)',
    'function balanceOf(address account) view returns (uint256)',
    'function convertToAssets(uint256 shares) view returns (uint256)',
  ]),
  source: 'the verified contract at SUSDS, as in DefiLlama/yield-server/src/adaptors/sky-lending/abiSUSDS.json@e638965',
})
