import { at, defineChain } from './define-chain'
import { drpc, publicnode } from './public-endpoint'

// Names and addresses: sparkdotfi/spark-address-registry@5348de2, src/Unichain.sol; former controllers:
// sparkdotfi/spark-spells@372770a.
export const unichain = defineChain({
  id: 130,
  slug: 'unichain',
  name: 'Unichain',
  short: 'Unichain',
  colour: 'c4',
  blockTime: 1,
  evmBlockNumber: 'own',
  explorer: { name: 'Uniscan', url: 'https://uniscan.xyz' },
  endpoints: [
    { url: 'https://mainnet.unichain.org' },
    publicnode('unichain'),
    drpc('unichain'),
    { url: 'https://unichain.api.onfinality.io/public' },
    { url: 'https://unichain-mainnet.rpc.sentio.xyz' },
  ],
  contracts: {
    // Governance, executed here
    SPARK_EXECUTOR: at('0xb037C43b433964A2017cd689f535BEb6B0531473'),
    SPARK_RECEIVER: at('0x7B8ee8b0fD62662F7FB1ac9e5E6cEAad5195A3bF'),
    // Liquidity layer
    ALM_CONTROLLER: at('0xF16DE710899C7bdd6D46873265392CCA68e5D5bA'),
    ALM_PROXY: at('0x345E368fcCd62266B3f5F37C9a131FD1c39f5869'),
    ALM_RATE_LIMITS: at('0x5A1a44D2192Dd1e21efB9caA50E32D0716b35535'),
    ALM_CONTROLLER_20251030: at('0x7CD6EC14785418aF694efe154E7ff7d9ba99D99b'),
    // Peg stability module
    PSM3: at('0x7b42Ed932f26509465F7cE3FAF76FfCe1275312f'),
    // Bridged savings rate
    SSR_AUTH_ORACLE: at('0x1566BFA55D95686a823751298533D42651183988'),
    SSR_BALANCER_RATE_PROVIDER: at('0x93c81ADc7F98FdBC8C7a15eCBeD312c8F6adbcB3'),
    SSR_CHAINLINK_RATE_PROVIDER: at('0x7ac96180C4d6b2A328D3a19ac059D0E7Fc3C6d41'),
    SSR_RECEIVER: at('0x4A71f81C6109230932978bAB7CA746f0be0C4580'),
    // Savings vault V1
    SUSDC: at('0x14d9143BEcC348920b68D123687045db49a016C6'),
    SUSDC_IMPL: at('0x1fcc6BdFb541580D39E57d0531Ab0F68d0914C79'),
    // Multisigs
    ALM_BACKSTOP_RELAYER_MULTISIG: at('0x8Cc0Cb0cfB6B7e548cfd395B833c05C346534795'),
    ALM_FREEZER_MULTISIG: at('0x90D8c80C028B4C09C0d8dcAab9bbB057F0513431'),
    ALM_RELAYER_MULTISIG: at('0x8a25A24EDE9482C4Fc0738F99611BE58F1c839AB'),
    // Tokens
    SUSDS: at('0xA06b10Db9F390990364A3984C04FaDf1c13691b5'),
    USDC: at('0x078D782b760474a361dDA0AF3839290b0EF57AD6'),
    USDS: at('0x7E10036Acc4B56d4dFCa3b77810356CE52313F9C'),
    // Bridges
    CCTP_TOKEN_MESSENGER: at('0x28b5a0e9C621a5BadaA536219b3a228C8168cf5d'),
    SKY_GOV_RELAY: at('0x3510a7F16F549EcD0Ef018DE0B3c2ad7c742990f'),
    TOKEN_BRIDGE: at('0xa13152006D0216Fe4627a0D3B006087A6a55D752'),
    // Common
    MULTICALL3: at('0xcA11bde05977b3631167028862bE2a173976CA11', 0n),
  },
  // Symbols from the sources that Ethereum's name.
  tokens: {
    SUSDC: { symbol: 'sUSDC' },
    SUSDS: { symbol: 'sUSDS' },
    USDC: { symbol: 'USDC' },
    USDS: { symbol: 'USDS' },
  },
})
