import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

/** Tokens older than the standard (MKR) answer their names as 32 bytes, padded with zeros. */
export const erc20Bytes32 = defineContract({
  name: 'ERC20 with bytes32 names',
  abi: parseAbi(['function name() view returns (bytes32)', 'function symbol() view returns (bytes32)']),
  source: 'the verified contract at MKR (dapphub/ds-token)',
})
