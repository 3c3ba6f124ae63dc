import { at, defineChain } from './define-chain'
import { sky } from './ethereum/sky'
import { spark } from './ethereum/spark'
import { sparklend } from './ethereum/sparklend'
import { sparklendInternals } from './ethereum/sparklend-internals'
import { tokenSymbols } from './ethereum/token-symbols'
import { tokens } from './ethereum/tokens'
import { venues } from './ethereum/venues'
import { drpc, oneRpc, pocket, publicnode, tenderly } from './public-endpoint'

export const ethereum = defineChain({
  id: 1,
  slug: 'ethereum',
  name: 'Ethereum',
  short: 'Ethereum',
  colour: 'c1',
  blockTime: 12,
  evmBlockNumber: 'own',
  explorer: { name: 'Etherscan', url: 'https://etherscan.io' },
  endpoints: [
    publicnode('ethereum'),
    drpc('eth'),
    { url: 'https://ethereum.reth.rs/rpc' },
    oneRpc('eth'),
    tenderly('mainnet'),
    pocket('eth'),
    { url: 'https://ethereum-json-rpc.stakely.io' },
    { url: 'https://rpc.mevblocker.io' },
  ],
  // No two parts share a name (a test counts them): a spread would let the later one win in silence.
  contracts: {
    ...spark,
    ...sparklend,
    ...sparklendInternals,
    ...tokens,
    ...sky,
    ...venues,
    MULTICALL3: at('0xcA11bde05977b3631167028862bE2a173976CA11', 14_353_601n),
  },
  tokens: tokenSymbols,
})
