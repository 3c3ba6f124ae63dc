import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

export const maplePoolManager = defineContract({
  name: 'Maple PoolManager',
  abi: parseAbi(['function withdrawalManager() view returns (address)']),
  source: 'maple-labs/pool-v2/contracts/proxy/MaplePoolManagerStorage.sol@4f54451',
})
