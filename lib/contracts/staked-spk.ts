import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** stSPK. `totalStake` counts what is leaving in this epoch and the next; `activeStake` does not. */
export const stakedSpk = defineContract({
  name: 'Symbiotic VaultTokenized',
  abi: parseAbi([
    'function collateral() view returns (address)',
    'function totalSupply() view returns (uint256)',
    'function activeStake() view returns (uint256)',
    'function totalStake() view returns (uint256)',
    'function currentEpoch() view returns (uint256)',
    'function epochDuration() view returns (uint48)',
    'function withdrawals(uint256 epoch) view returns (uint256)',
    'function activeBalanceOf(address account) view returns (uint256)',
  ]),
  source: 'symbioticfi/core/src/contracts/vault/VaultTokenized.sol@25a065a',
})
