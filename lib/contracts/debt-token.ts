import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/**
 * What has been borrowed of one asset, interest up to the block included. Stable debt tokens share all but the
 * scaled supply.
 */
export const debtToken = defineContract({
  name: 'VariableDebtToken',
  abi: parseAbi([
    'function UNDERLYING_ASSET_ADDRESS() view returns (address)',
    'function decimals() view returns (uint8)',
    'function totalSupply() view returns (uint256)',
    'function scaledTotalSupply() view returns (uint256)',
    'function balanceOf(address user) view returns (uint256)',
  ]),
  source: 'marsfoundation/sparklend-v1-core/contracts/protocol/tokenization/VariableDebtToken.sol@8120e495',
})
