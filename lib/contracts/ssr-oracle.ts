import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/**
 * The savings rate as last bridged to a chain. `getConversionRate` (ray) is accrued to the block; `getAPR` is
 * simple.
 */
export const ssrOracle = defineContract({
  name: 'SSRAuthOracle',
  abi: parseAbi([
    'struct SUSDSData { uint96 ssr; uint120 chi; uint40 rho; }',
    'function getSUSDSData() view returns (SUSDSData)',
    'function getSSR() view returns (uint256)',
    'function getChi() view returns (uint256)',
    'function getRho() view returns (uint256)',
    'function getAPR() view returns (uint256)',
    'function getConversionRate() view returns (uint256)',
  ]),
  source: 'sparkdotfi/xchain-ssr-oracle/src/SSROracleBase.sol@232f950',
})
