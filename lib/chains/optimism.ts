import { at, defineChain } from './define-chain'
import { drpc, oneRpc, pocket, publicnode, tenderly } from './public-endpoint'

// Names and addresses: sparkdotfi/spark-address-registry@5348de2, src/Optimism.sol; former controllers:
// sparkdotfi/spark-spells@372770a; funds: DefiLlama/DefiLlama-Adapters@1eb4e81. The blocks follow from the creation times.
export const optimism = defineChain({
  id: 10,
  slug: 'optimism',
  name: 'OP Mainnet',
  short: 'OP',
  colour: 'c6',
  blockTime: 2,
  evmBlockNumber: 'own',
  explorer: { name: 'Optimistic Etherscan', url: 'https://optimistic.etherscan.io' },
  endpoints: [
    publicnode('optimism'),
    drpc('optimism'),
    // ethereum-optimism/docs issue 340: 5 MB an answer and 300 requests a minute, too.
    { url: 'https://mainnet.optimism.io', batch: 10 },
    oneRpc('op'),
    tenderly('optimism'),
    pocket('op'),
  ],
  contracts: {
    // Governance, executed here
    SPARK_EXECUTOR: at('0x205216D89a00FeB2a73273ceecD297BAf89d576d'),
    SPARK_RECEIVER: at('0x61Baf0Ce69D23C8318c786e161D1cAc285AA4EA3'),
    // Liquidity layer
    ALM_CONTROLLER: at('0x689502bc817E6374286af8f171Ed4715721406f7'),
    ALM_PROXY: at('0x876664f0c9Ff24D1aa355Ce9f1680AE1A5bf36fB', 135_511_109n),
    ALM_RATE_LIMITS: at('0x6B34A6B84444dC3Fc692821D5d077a1e4927342d'),
    ALM_CONTROLLER_20251030: at('0x282dAfE8B97e2Db5053761a4601ab2E1CB976318'),
    // Peg stability module
    PSM3: at('0xe0F9978b907853F354d79188A3dEfbD41978af62', 135_509_927n),
    // Bridged savings rate
    SSR_AUTH_ORACLE: at('0x6E53585449142A5E6D5fC918AE6BEa341dC81C68'),
    SSR_BALANCER_RATE_PROVIDER: at('0xe1e4953C93Da52b95eDD0ffd910565D3369aCd6b'),
    SSR_CHAINLINK_RATE_PROVIDER: at('0x8e3b08e65cC59d293932F5e9aF3186970087a529'),
    SSR_RECEIVER: at('0xE2868095814c2714039b3A9eBEE035B9E2c411E5'),
    // Bridged DAI savings rate (legacy)
    DSR_AUTH_ORACLE: at('0x33a3aB524A43E69f30bFd9Ae97d1Ec679FF00B64'),
    DSR_RECEIVER: at('0xE206AEbca7B28e3E8d6787df00B010D4a77c32F3'),
    DSR_BALANCER_RATE_PROVIDER: at('0x15ACEE5F73b36762Ab1a6b7C98787b8148447898'),
    // Savings vault V1
    SUSDC: at('0xCF9326e24EBfFBEF22ce1050007A43A3c0B6DB55'),
    SUSDC_IMPL: at('0x3a1d3A9B0eD182d7B17aa61393D46a4f4EE0CEA5'),
    // Multisigs
    ALM_BACKSTOP_RELAYER_MULTISIG: at('0x8Cc0Cb0cfB6B7e548cfd395B833c05C346534795'),
    ALM_FREEZER_MULTISIG: at('0x90D8c80C028B4C09C0d8dcAab9bbB057F0513431'),
    ALM_RELAYER_MULTISIG: at('0x8a25A24EDE9482C4Fc0738F99611BE58F1c839AB'),
    SPARK_REWARDS_MULTISIG: at('0xF649956f43825d4d7295a50EDdBe1EDC814A3a83'),
    // Rewards
    SPARK_REWARDS: at('0xf94473Bf6EF648638A7b1eEef354fE440721ef41'),
    // Tokens
    SUSDS: at('0xb5B2dc7fd34C249F4be7fB1fCea07950784229e0'),
    USDC: at('0x0b2C639c533813f4Aa9D7837CAf62653d097Ff85'),
    USDS: at('0x4F13a96EC5C4Cf34e442b46Bbd98a0791F20edC3'),
    // Bridges
    CCTP_TOKEN_MESSENGER: at('0x28b5a0e9C621a5BadaA536219b3a228C8168cf5d'),
    SKY_GOV_RELAY: at('0x10E6593CDda8c58a1d0f14C5164B376352a55f2F'),
    TOKEN_BRIDGE: at('0x8F41DBF6b8498561Ce1d73AF16CD9C0d8eE20ba6'),
    // Tokenised treasuries
    BUIDL: at('0xa1CDAb15bBA75a80dF4089CaFbA013e376957cF5'),
    WTGXX: at('0x870FD36B3bf7f5abeEEa2C8D4abdF1dc4E33109d'),
    USDM: at('0x59D9356E565Ab3A36dD77763Fc0d87fEaf85508C'),
    // Common
    MULTICALL3: at('0xcA11bde05977b3631167028862bE2a173976CA11', 4_286_263n),
  },
  // Symbols from the sources that Ethereum's name.
  tokens: {
    SUSDC: { symbol: 'sUSDC' },
    SUSDS: { symbol: 'sUSDS' },
    USDC: { symbol: 'USDC', name: 'USDCoin', decimals: 6 },
    USDS: { symbol: 'USDS' },
    BUIDL: { symbol: 'BUIDL', decimals: 6 },
    WTGXX: { symbol: 'WTGXX', decimals: 18 },
    USDM: { symbol: 'USDM', decimals: 18 },
  },
})
