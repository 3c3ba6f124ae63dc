import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** JTRSY. `vault` names the vault that serves an asset now. */
export const centrifugeShare = defineContract({
  name: 'Centrifuge share token',
  abi: parseAbi([
    'function vault(address asset) view returns (address)',
    'function decimals() view returns (uint8)',
    'function totalSupply() view returns (uint256)',
    'function balanceOf(address user) view returns (uint256)',
  ]),
  source: 'centrifuge/protocol/src/core/spoke/ShareToken.sol@a1aeae9',
})
