import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

export const erc20 = defineContract({
  name: 'ERC20',
  abi: parseAbi([
    'function name() view returns (string)',
    'function symbol() view returns (string)',
    'function decimals() view returns (uint8)',
    'function totalSupply() view returns (uint256)',
    'function balanceOf(address account) view returns (uint256)',
  ]),
  source: 'ERC-20 (ethereum/ERCs/ERCS/erc-20.md)',
})

/** No token has more: one that says so is none, and 10 to that power would make any amount nothing. */
export const decimalsAtMost = 36
