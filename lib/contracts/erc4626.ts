import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** Any tokenised vault. Shares and assets may have different decimals. */
export const erc4626 = defineContract({
  name: 'ERC4626',
  abi: parseAbi([
    'function asset() view returns (address)',
    'function decimals() view returns (uint8)',
    'function totalAssets() view returns (uint256)',
    'function totalSupply() view returns (uint256)',
    'function balanceOf(address account) view returns (uint256)',
    'function convertToAssets(uint256 shares) view returns (uint256)',
  ]),
  source: 'ERC-4626 (ethereum/ERCs/ERCS/erc-4626.md)',
})
