import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** A deposit in SparkLend or Aave, one for one in the underlying: supply and balances grow with every second. */
export const aToken = defineContract({
  name: 'AToken',
  abi: parseAbi([
    'function UNDERLYING_ASSET_ADDRESS() view returns (address)',
    'function RESERVE_TREASURY_ADDRESS() view returns (address)',
    'function POOL() view returns (address)',
    'function decimals() view returns (uint8)',
    'function symbol() view returns (string)',
    'function totalSupply() view returns (uint256)',
    'function scaledTotalSupply() view returns (uint256)',
    'function balanceOf(address user) view returns (uint256)',
    'function scaledBalanceOf(address user) view returns (uint256)',
  ]),
  source: 'marsfoundation/sparklend-v1-core/contracts/protocol/tokenization/AToken.sol@8120e495',
})
