import { at, defineChain } from './define-chain'
import { drpc, oneRpc, pocket, publicnode, tenderly } from './public-endpoint'

// Names and addresses: sparkdotfi/spark-address-registry@5348de2, src/Base.sol; former controllers:
// sparkdotfi/spark-spells@372770a; funds: DefiLlama/DefiLlama-Adapters@1eb4e81, centrifuge/protocol@a1aeae9. The block of ALM_PROXY follows from its creation time.
export const base = defineChain({
  id: 8453,
  slug: 'base',
  name: 'Base',
  short: 'Base',
  colour: 'c7',
  blockTime: 2,
  evmBlockNumber: 'own',
  explorer: { name: 'Basescan', url: 'https://basescan.org' },
  endpoints: [
    publicnode('base'),
    drpc('base'),
    // Not first: few requests a minute.
    { url: 'https://mainnet.base.org' },
    oneRpc('base'),
    tenderly('base'),
    pocket('base'),
  ],
  contracts: {
    // Governance, executed here
    SPARK_EXECUTOR: at('0xF93B7122450A50AF3e5A76E1d546e95Ac1d0F579'),
    SPARK_RECEIVER: at('0xfda082e00EF89185d9DB7E5DcD8c5505070F5A3B'),
    // Liquidity layer
    ALM_CONTROLLER: at('0x86036CE5d2f792367C0AA43164e688d13c5A60A8'),
    ALM_PROXY: at('0x2917956eFF0B5eaF030abDB4EF4296DF775009cA', 21_452_622n),
    ALM_PROXY_FREEZABLE: at('0x92d7B06e5844e67174AE9E86bdCb06428482DDF9'),
    ALM_RATE_LIMITS: at('0x983eC82E45C61a42FDDA7B3c43B8C767004c8A74'),
    ALM_CONTROLLER_OLD: at('0xB94378b5347a3E199AF3575719F67A708a5D8b9B'),
    ALM_CONTROLLER_FIRST: at('0xc07f705D0C0e9F8C79C5fbb748aC1246BBCC37Ba'),
    ALM_CONTROLLER_20250109: at('0x5F032555353f3A1D16aA6A4ADE0B35b369da0440'),
    ALM_CONTROLLER_20250918: at('0xC0bcbb2554D4694fe7b34bB68b9DdfbB55D896BC'),
    // Peg stability module
    PSM3: at('0x1601843c5E9bC251A3272907010AFa41Fa18347E'),
    // Bridged savings rate
    SSR_AUTH_ORACLE: at('0x65d946e533748A998B1f0E430803e39A6388f7a1'),
    SSR_BALANCER_RATE_PROVIDER: at('0x49aF4eE75Ae62C2229bb2486a59Aa1a999f050f0'),
    SSR_CHAINLINK_RATE_PROVIDER: at('0x026a5B6114431d8F3eF2fA0E1B2EDdDccA9c540E'),
    SSR_RECEIVER: at('0x212871A1C235892F86cAB30E937e18c94AEd8474'),
    // Bridged DAI savings rate (legacy)
    DSR_AUTH_ORACLE: at('0x2Dd2a2Fe346B5704380EfbF6Bd522042eC3E8FAe'),
    DSR_RECEIVER: at('0xaDEAf02Ddb5Bed574045050B8096307bE66E0676'),
    DSR_BALANCER_RATE_PROVIDER: at('0xeC0C14Ea7fF20F104496d960FDEBF5a0a0cC14D0'),
    // Savings vault V1
    SUSDC: at('0x3128a0F7f0ea68E7B7c9B00AFa7E41045828e858'),
    SUSDC_IMPL: at('0x6ACC02ddd82206a44ff4EC13977E63d1a29C7723'),
    // Multisigs
    ALM_BACKSTOP_RELAYER_MULTISIG: at('0x8Cc0Cb0cfB6B7e548cfd395B833c05C346534795'),
    ALM_FREEZER_MULTISIG: at('0x90D8c80C028B4C09C0d8dcAab9bbB057F0513431'),
    ALM_RELAYER_MULTISIG: at('0x8a25A24EDE9482C4Fc0738F99611BE58F1c839AB'),
    SPARK_REWARDS_MULTISIG: at('0xF649956f43825d4d7295a50EDdBe1EDC814A3a83'),
    MORPHO_CURATOR_MULTISIG: at('0x0f963A8A8c01042B69054e787E5763ABbB0646A3'),
    MORPHO_GUARDIAN_MULTISIG: at('0xf5748bBeFa17505b2F7222B23ae11584932C908B'),
    // Vaults curated by Spark
    MORPHO_VAULT_SUSDC: at('0x7BfA7C4f149E7415b73bdeDfe609237e29CBF34A'),
    // Tokens
    CBBTC: at('0xcbB7C0000aB88B473b1f5aFd9ef808440eed33Bf'),
    SKY: at('0x60e3c701e65DEE30c23c9Fb78c3866479cc0944a'),
    SUSDS: at('0x5875eEE11Cf8398102FdAd704C9E96607675467a'),
    USDC: at('0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913'),
    USDS: at('0x820C137fa70C8691f0e44Dc420a5e53c168921Dc'),
    WETH: at('0x4200000000000000000000000000000000000006'),
    // Bridges
    CCTP_TOKEN_MESSENGER: at('0x28b5a0e9C621a5BadaA536219b3a228C8168cf5d'),
    SKY_GOV_RELAY: at('0xdD0BCc201C9E47c6F6eE68E4dB05b652Bb6aC255'),
    TOKEN_BRIDGE: at('0xee44cdb68D618d58F75d9fe0818B640BD7B8A7B7'),
    // Venues: Aave
    ATOKEN_USDC: at('0x4e65fE4DbA92790696d040ac24Aa414708F5c0AB'),
    // Venues: Fluid
    FLUID_SUSDS: at('0xf62e339f21d8018940f188F6987Bcdf02A849619'),
    // Venues: Morpho
    MORPHO: at('0xBBBBBbbBBb9cC5e90e3b3Af64bdAF62C37EEFFCb'),
    MORPHO_DEFAULT_IRM: at('0x46415998764C29aB2a25CbeA6254146D50D22687'),
    MORPHO_TOKEN: at('0xBAa5CC21fd487B8Fcc2F632f3F4E8D37262a0842'),
    MORPHO_CBBTC_USDC_ORACLE: at('0x663BECd10daE6C4A3Dcd89F1d76c1174199639B9'),
    MORPHO_WETH_USDC_ORACLE: at('0xFEa2D58cEfCb9fcb597723c6bAE66fFE4193aFE4'),
    // Tokenised treasuries
    JTRSY: at('0x8c213ee79581Ff4984583C6a801e5263418C4b86'),
    CENTRIFUGE_POOL_MANAGER_V2: at('0x7f192F34499DdB2bE06c4754CFf2a21c4B056994'),
    CENTRIFUGE_SPOKE: at('0xEC3582fcDc34078a4B7a8c75a5a3AE46f48525aB'),
    BENJI: at('0x60CfC2b186a4CF647486e42c42B11cC6D571d1E4'),
    WTGXX: at('0x5096b85Ed11798fDdCB8b5CB27C399c04689c435'),
    USTBL: at('0xe4880249745eAc5F1eD9d8F7DF844792D560e750'),
    BIB01: at('0xCA30c93B02514f86d5C86a6e375E3A330B435Fb5'),
    BIBTA: at('0x52d134c6DB5889FaD3542A09eAf7Aa90C0fdf9E4'),
    MTBILL: at('0xDD629E5241CbC5919847783e6C96B2De4754e438'),
    USDM: at('0x59D9356E565Ab3A36dD77763Fc0d87fEaf85508C'),
    GROVE_ALM_PROXY: at('0x9B746dBC5269e1DF6e4193Bcb441C0FbBF1CeCEe'),
    // Common
    MULTICALL3: at('0xcA11bde05977b3631167028862bE2a173976CA11', 5022n),
  },
  // Symbols from the sources that Ethereum's name.
  tokens: {
    SUSDC: { symbol: 'sUSDC', decimals: 18 },
    MORPHO_VAULT_SUSDC: { symbol: 'sparkUSDC', name: 'Spark USDC Vault', decimals: 18 },
    CBBTC: { symbol: 'cbBTC', name: 'Coinbase Wrapped BTC', decimals: 8 },
    SKY: { symbol: 'SKY' },
    SUSDS: { symbol: 'sUSDS', decimals: 18 },
    USDC: { symbol: 'USDC', name: 'USD Coin', decimals: 6 },
    USDS: { symbol: 'USDS', decimals: 18 },
    WETH: { symbol: 'WETH', name: 'Wrapped Ether', decimals: 18 },
    ATOKEN_USDC: { symbol: 'aBasUSDC', decimals: 6 },
    FLUID_SUSDS: { symbol: 'fsUSDS', decimals: 18 },
    MORPHO_TOKEN: { symbol: 'MORPHO', decimals: 18 },
    JTRSY: { symbol: 'JTRSY', decimals: 6 },
    BENJI: { symbol: 'BENJI', decimals: 18 },
    WTGXX: { symbol: 'WTGXX', decimals: 18 },
    USTBL: { symbol: 'USTBL', decimals: 5 },
    BIB01: { symbol: 'bIB01', decimals: 18 },
    BIBTA: { symbol: 'bIBTA', decimals: 18 },
    MTBILL: { symbol: 'mTBILL', decimals: 18 },
    USDM: { symbol: 'USDM', decimals: 18 },
  },
})
