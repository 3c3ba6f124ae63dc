import { at, defineChain } from './define-chain'
import { drpc, oneRpc, pocket, publicnode, tenderly } from './public-endpoint'

// Names and addresses: sparkdotfi/spark-address-registry@5348de2, src/Arbitrum.sol; former controllers and USD₮0:
// sparkdotfi/spark-spells@372770a; funds: DefiLlama/DefiLlama-Adapters@1eb4e81, centrifuge/protocol@a1aeae9.
export const arbitrum = defineChain({
  id: 42161,
  slug: 'arbitrum',
  name: 'Arbitrum One',
  short: 'Arbitrum',
  colour: 'c3',
  blockTime: 0.25,
  evmBlockNumber: 'arbsys',
  explorer: { name: 'Arbiscan', url: 'https://arbiscan.io' },
  endpoints: [
    { url: 'https://arb1.arbitrum.io/rpc' },
    publicnode('arbitrum-one'),
    drpc('arbitrum'),
    oneRpc('arb'),
    tenderly('arbitrum'),
    pocket('arb-one'),
  ],
  contracts: {
    // Governance, executed here
    SPARK_EXECUTOR: at('0x65d946e533748A998B1f0E430803e39A6388f7a1'),
    SPARK_RECEIVER: at('0x212871A1C235892F86cAB30E937e18c94AEd8474'),
    // Liquidity layer
    ALM_CONTROLLER: at('0xC40611AC4Fff8572Dc5F02A238176edCF15Ea7ba'),
    ALM_PROXY: at('0x92afd6F2385a90e44da3a8B60fe36f6cBe1D8709'),
    ALM_PROXY_FREEZABLE: at('0x4eE67c8Db1BAa6ddE99d936C7D313B5d31e8fa38'),
    ALM_RATE_LIMITS: at('0x19D08879851FB54C2dCc4bb32b5a1EA5E9Ad6838'),
    ALM_CONTROLLER_OLD: at('0x98f567464e91e9B4831d3509024b7868f9F79ee1'),
    ALM_CONTROLLER_FIRST: at('0x77e11453a99a7770b04f7921FfccD3eE9761ba6c'),
    ALM_CONTROLLER_20251030: at('0x3a1d3A9B0eD182d7B17aa61393D46a4f4EE0CEA5'),
    // Peg stability module
    PSM3: at('0x2B05F8e1cACC6974fD79A673a341Fe1f58d27266'),
    // Bridged savings rate
    SSR_AUTH_ORACLE: at('0xEE2816c1E1eed14d444552654Ed3027abC033A36'),
    SSR_BALANCER_RATE_PROVIDER: at('0xc0737f29b964e6fC8025F16B30f2eA4C2e2d6f22'),
    SSR_CHAINLINK_RATE_PROVIDER: at('0x84AB0c8C158A1cD0d215BE2746cCa668B79cc287'),
    SSR_RECEIVER: at('0x567214Dc57a2385Abc4a756f523ddF0275305Cbc'),
    // Bridged DAI savings rate (legacy)
    DSR_AUTH_ORACLE: at('0xE206AEbca7B28e3E8d6787df00B010D4a77c32F3'),
    DSR_RECEIVER: at('0xcA61540eC2AC74E6954FA558B4aF836d95eCb91b'),
    DSR_BALANCER_RATE_PROVIDER: at('0x73750DbD85753074e452B2C27fB9e3B0E75Ff3B8'),
    // Savings vaults V2
    SPARK_VAULT_V2_IMPL: at('0x282dAfE8B97e2Db5053761a4601ab2E1CB976318'),
    SPARK_VAULT_V2_SPUSDT: at('0x45d91340B3B7B96985A72b5c678F7D9e8D664b62'),
    // Savings vault V1
    SUSDC: at('0x940098b108fB7D0a7E374f6eDED7760787464609'),
    SUSDC_IMPL: at('0xdC8DF20bE448E41FdE88E2478d6Bc4d3C9A092d6'),
    // Multisigs
    ALM_BACKSTOP_RELAYER_MULTISIG: at('0x8Cc0Cb0cfB6B7e548cfd395B833c05C346534795'),
    ALM_FREEZER_MULTISIG: at('0x90D8c80C028B4C09C0d8dcAab9bbB057F0513431'),
    ALM_RELAYER_MULTISIG: at('0x8a25A24EDE9482C4Fc0738F99611BE58F1c839AB'),
    SPARK_REWARDS_MULTISIG: at('0xF649956f43825d4d7295a50EDdBe1EDC814A3a83'),
    // Tokens
    SUSDS: at('0xdDb46999F8891663a8F2828d25298f70416d7610'),
    USDC: at('0xaf88d065e77c8cC2239327C5EDb3A432268e5831'),
    USDS: at('0x6491c05A82219b8D1479057361ff1654749b876b'),
    USDT_OFT: at('0x14E4A1B13bf7F943c8ff7C51fb60FA964A298D92'),
    USDT: at('0xFd086bC7CD5C481DCC9C85ebE478A1C0b69FCbb9'),
    // Bridges
    CCTP_TOKEN_MESSENGER: at('0x28b5a0e9C621a5BadaA536219b3a228C8168cf5d'),
    SKY_GOV_RELAY: at('0x10E6593CDda8c58a1d0f14C5164B376352a55f2F'),
    TOKEN_BRIDGE: at('0x13F7F24CA959359a4D710D32c715D4bce273C793'),
    // Venues: Aave
    ATOKEN_USDC: at('0x724dc807b04555b71ed48a6896b6F41593b8C637'),
    // Venues: Fluid
    FLUID_SUSDS: at('0x3459fcc94390C3372c0F7B4cD3F8795F0E5aFE96'),
    // Tokenised treasuries
    BUIDL: at('0xA6525Ae43eDCd03dC08E775774dCAbd3bb925872'),
    JTRSY: at('0x8c213ee79581Ff4984583C6a801e5263418C4b86'),
    CENTRIFUGE_POOL_MANAGER_V2: at('0x91808B5E2F6d7483D41A681034D7c9DbB64B9E29'),
    CENTRIFUGE_SPOKE: at('0xEC3582fcDc34078a4B7a8c75a5a3AE46f48525aB'),
    USDY: at('0x35e050d3C0eC2d29D269a8EcEa763a183bDF9A9D'),
    BENJI: at('0xB9e4765BCE2609bC1949592059B17Ea72fEe6C6A'),
    WTGXX: at('0xFEb26F0943C3885B2CB85A9F933975356c81C33d'),
    TBILL: at('0xF84D28A8D28292842dD73D1c5F99476A80b6666A'),
    TBILL_ORACLE: at('0xc0952c8ba068c887B675B4182F3A65420D045F46'),
    USTBL: at('0x021289588cd81dC1AC87ea91e91607eEF68303F5'),
    BIB01: at('0xCA30c93B02514f86d5C86a6e375E3A330B435Fb5'),
    BIBTA: at('0x52d134c6DB5889FaD3542A09eAf7Aa90C0fdf9E4'),
    USDM: at('0x59D9356E565Ab3A36dD77763Fc0d87fEaf85508C'),
    // Common
    MULTICALL3: at('0xcA11bde05977b3631167028862bE2a173976CA11', 7_654_707n),
  },
  // Symbols from the sources that Ethereum's name.
  tokens: {
    SPARK_VAULT_V2_SPUSDT: { symbol: 'spUSDT', decimals: 6 },
    SUSDC: { symbol: 'sUSDC', decimals: 18 },
    SUSDS: { symbol: 'sUSDS', decimals: 18 },
    USDC: { symbol: 'USDC', decimals: 6 },
    USDS: { symbol: 'USDS', decimals: 18 },
    ATOKEN_USDC: { symbol: 'aArbUSDCn', decimals: 6 },
    FLUID_SUSDS: { symbol: 'fsUSDS', decimals: 18 },
    USDT: { symbol: 'USD₮0', decimals: 6 },
    BUIDL: { symbol: 'BUIDL', decimals: 6 },
    JTRSY: { symbol: 'JTRSY', decimals: 6 },
    USDY: { symbol: 'USDY', decimals: 18 },
    BENJI: { symbol: 'BENJI', decimals: 18 },
    WTGXX: { symbol: 'WTGXX', decimals: 18 },
    TBILL: { symbol: 'TBILL', decimals: 6 },
    USTBL: { symbol: 'USTBL', decimals: 5 },
    BIB01: { symbol: 'bIB01', decimals: 18 },
    BIBTA: { symbol: 'bIBTA', decimals: 18 },
    USDM: { symbol: 'USDM', decimals: 18 },
  },
})
