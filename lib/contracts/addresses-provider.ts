import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

export const addressesProvider = defineContract({
  name: 'PoolAddressesProvider',
  abi: parseAbi([
    'function owner() view returns (address)',
    'function getMarketId() view returns (string)',
    'function getPool() view returns (address)',
    'function getPoolConfigurator() view returns (address)',
    'function getPriceOracle() view returns (address)',
    'function getACLManager() view returns (address)',
    'function getACLAdmin() view returns (address)',
    'function getPriceOracleSentinel() view returns (address)',
    'function getPoolDataProvider() view returns (address)',
  ]),
  source: 'marsfoundation/sparklend-v1-core/contracts/protocol/configuration/PoolAddressesProvider.sol@8120e495',
})
