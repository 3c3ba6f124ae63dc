import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/**
 * A pool that is its own share token. `balances` are in each coin's decimals; the virtual price values all coins
 * together.
 */
export const curvePool = defineContract({
  name: 'CurveStableSwapNG',
  abi: parseAbi([
    'function coins(uint256 i) view returns (address)',
    'function balances(uint256 i) view returns (uint256)',
    'function stored_rates() view returns (uint256[])',
    'function get_virtual_price() view returns (uint256)',
    'function N_COINS() view returns (uint256)',
    'function decimals() view returns (uint8)',
    'function totalSupply() view returns (uint256)',
    'function balanceOf(address account) view returns (uint256)',
  ]),
  source: 'curvefi/stableswap-ng/contracts/main/CurveStableSwapNG.vy@2abe778',
})
