import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

export const d3mHub = defineContract({
  name: 'D3MHub',
  abi: parseAbi([
    'function ilks(bytes32 ilk) view returns (address pool, address plan, uint256 tau, uint256 culled, uint256 tic)',
  ]),
  source: 'makerdao/dss-direct-deposit/src/D3MHub.sol@8e8ab51',
})
