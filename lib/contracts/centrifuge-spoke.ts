import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** When the price of a share class was computed, and until when its issuer lets it be used. */
export const centrifugeSpoke = defineContract({
  name: 'Spoke',
  abi: parseAbi([
    'function markersPricePoolPerShare(uint64 poolId, bytes16 scId) view returns (uint64 computedAt, uint64 maxAge, uint64 validUntil)',
  ]),
  source: 'centrifuge/protocol/src/core/spoke/Spoke.sol@a1aeae9',
})
