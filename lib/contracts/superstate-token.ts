import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** USTB and USCC. */
export const superstateToken = defineContract({
  name: 'SuperstateToken',
  abi: parseAbi([
    'function superstateOracle() view returns (address)',
    'function decimals() view returns (uint8)',
    'function totalSupply() view returns (uint256)',
    'function balanceOf(address account) view returns (uint256)',
    'function paused() view returns (bool)',
  ]),
  source: 'superstateinc/ustb/src/SuperstateToken.sol@78e8ca2',
})
