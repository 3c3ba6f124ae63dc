import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** Savings DAI on Ethereum; its rate is the Pot's. */
export const sdai = defineContract({
  name: 'SavingsDai',
  abi: parseAbi([
    'function asset() view returns (address)',
    'function decimals() view returns (uint8)',
    'function totalAssets() view returns (uint256)',
    'function totalSupply() view returns (uint256)',
    'function balanceOf(address account) view returns (uint256)',
    'function convertToAssets(uint256 shares) view returns (uint256)',
    'function pot() view returns (address)',
  ]),
  source: 'makerdao/sdai/src/SavingsDai.sol@2b7acb9',
})
