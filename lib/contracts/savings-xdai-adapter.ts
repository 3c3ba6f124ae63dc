import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/**
 * `vaultAPY` (wad) is a simple rate of the running epoch, whatever it is called; it reverts while the vault is
 * empty.
 */
export const savingsXdaiAdapter = defineContract({
  name: 'SavingsXDaiAdapter',
  abi: parseAbi([
    'function vaultAPY() view returns (uint256)',
    'function interestReceiver() view returns (address)',
    'function sDAI() view returns (address)',
    'function wxdai() view returns (address)',
  ]),
  source: 'Luigy-Lemon/sDAI-on-Gnosis/src/periphery/SavingsXDaiAdapter.sol@c8b1b0a',
})
