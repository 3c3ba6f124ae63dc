import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** Where Spark's USDS is minted; its debt is the Vat's urn of this address. */
export const allocatorVault = defineContract({
  name: 'AllocatorVault',
  abi: parseAbi([
    'function ilk() view returns (bytes32)',
    'function buffer() view returns (address)',
    'function vat() view returns (address)',
    'function jug() view returns (address)',
  ]),
  source: 'makerdao/dss-allocator/src/AllocatorVault.sol@de55fba',
})
