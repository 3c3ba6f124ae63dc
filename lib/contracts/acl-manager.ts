import { parseAbi } from 'viem'
import { defineContract } from './define-contract'

export const aclManager = defineContract({
  name: 'ACLManager',
  abi: parseAbi([
    'function hasRole(bytes32 role, address account) view returns (bool)',
    'function isPoolAdmin(address admin) view returns (bool)',
    'function isEmergencyAdmin(address admin) view returns (bool)',
    'function isRiskAdmin(address admin) view returns (bool)',
  ]),
  source: 'marsfoundation/sparklend-v1-core/contracts/protocol/configuration/ACLManager.sol@8120e495',
})
