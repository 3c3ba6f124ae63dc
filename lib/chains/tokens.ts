import type { Chain, ChainSlug } from './define-chain'

export type Token = {
  readonly symbol: string
  readonly name?: string
  /** For labels and for checking a read against; a figure's decimals are always read from the token. */
  readonly decimals?: number
}

type Tokens = { readonly [slug in ChainSlug]?: { readonly [key: string]: Token } }

// Symbols, names and decimals as in Uniswap's default token list, sparkdotfi/spark-app, sparkdotfi/spark-spells, the
// Sky Atlas and Dune's token tables; funds of other issuers as in DefiLlama/DefiLlama-Adapters@1eb4e81. Decimals that
// none of them states are left out.
export const tokens: Tokens = {
  ethereum: {
    SPK: { symbol: 'SPK', name: 'Spark', decimals: 18 },
    SPARK_VAULT_V2_SPETH: { symbol: 'spETH', decimals: 18 },
    SPARK_VAULT_V2_SPPYUSD: { symbol: 'spPYUSD', decimals: 6 },
    SPARK_VAULT_V2_SPUSDC: { symbol: 'spUSDC', decimals: 6 },
    SPARK_VAULT_V2_SPUSDT: { symbol: 'spUSDT', decimals: 6 },
    SUSDC: { symbol: 'sUSDC', decimals: 18 },
    STSPK: { symbol: 'stSPK', decimals: 18 },
    MORPHO_VAULT_USDC_BC: { symbol: 'sparkUSDCbc', name: 'Spark Blue Chip USDC Vault', decimals: 18 },
    MORPHO_VAULT_DAI_1: { symbol: 'spDAI', name: 'Spark DAI Vault', decimals: 18 },
    MORPHO_VAULT_USDS: { symbol: 'sparkUSDS', name: 'Spark USDS Vault', decimals: 18 },
    MORPHO_VAULT_V2_USDT: { symbol: 'sparkUSDTbc', name: 'Spark Blue Chip USDT Vault', decimals: 18 },
    CBBTC: { symbol: 'cbBTC', name: 'Coinbase Wrapped BTC', decimals: 8 },
    DAI: { symbol: 'DAI', name: 'Dai Stablecoin', decimals: 18 },
    EZETH: { symbol: 'ezETH', name: 'Renzo Restaked ETH', decimals: 18 },
    GNO: { symbol: 'GNO', name: 'Gnosis Token', decimals: 18 },
    LBTC: { symbol: 'LBTC', decimals: 8 },
    MKR: { symbol: 'MKR', name: 'Maker', decimals: 18 },
    PYUSD: { symbol: 'PYUSD', name: 'PayPal USD', decimals: 6 },
    RETH: { symbol: 'rETH', name: 'Rocket Pool ETH', decimals: 18 },
    RLUSD: { symbol: 'RLUSD', decimals: 18 },
    RSETH: { symbol: 'rsETH', decimals: 18 },
    SDAI: { symbol: 'sDAI', name: 'Savings Dai', decimals: 18 },
    SKY: { symbol: 'SKY', name: 'SKY Governance Token', decimals: 18 },
    SUSDE: { symbol: 'sUSDe', decimals: 18 },
    SUSDS: { symbol: 'sUSDS', decimals: 18 },
    TBTC: { symbol: 'tBTC', decimals: 18 },
    USAT: { symbol: 'USAT', decimals: 6 },
    USDC: { symbol: 'USDC', name: 'USDCoin', decimals: 6 },
    USDE: { symbol: 'USDe', decimals: 18 },
    USDG: { symbol: 'USDG', name: 'Global Dollar', decimals: 6 },
    USDS: { symbol: 'USDS', name: 'USDS Stablecoin', decimals: 18 },
    USCC: { symbol: 'USCC', name: 'Superstate Crypto Carry Fund', decimals: 6 },
    USDT: { symbol: 'USDT', name: 'Tether USD', decimals: 6 },
    USTB: { symbol: 'USTB', name: 'Superstate Short Duration US Government Securities Fund', decimals: 6 },
    WBTC: { symbol: 'WBTC', name: 'Wrapped BTC', decimals: 8 },
    WEETH: { symbol: 'weETH', name: 'Wrapped eETH', decimals: 18 },
    WETH: { symbol: 'WETH', name: 'Wrapped Ether', decimals: 18 },
    WSTETH: { symbol: 'wstETH', name: 'Wrapped liquid staked Ether 2.0', decimals: 18 },
    ATOKEN_CORE_USDC: { symbol: 'aEthUSDC', decimals: 6 },
    ATOKEN_CORE_USDE: { symbol: 'aEthUSDe', decimals: 18 },
    ATOKEN_CORE_USDS: { symbol: 'aEthUSDS', decimals: 18 },
    ATOKEN_CORE_USDT: { symbol: 'aEthUSDT', decimals: 6 },
    ATOKEN_PRIME_USDS: { symbol: 'aEthLidoUSDS', decimals: 18 },
    BUIDL: { symbol: 'BUIDL', name: 'BlackRock USD Institutional Digital Liquidity Fund', decimals: 6 },
    BUIDLI: { symbol: 'BUIDL-I', name: 'BlackRock USD Institutional Digital Liquidity Fund - I Class', decimals: 6 },
    JTRSY: { symbol: 'JTRSY', name: 'Janus Henderson Anemoy Treasury Fund', decimals: 6 },
    FLUID_SUSDS: { symbol: 'fsUSDS', name: 'Fluid Savings USDS', decimals: 18 },
    SYRUP_USDC: { symbol: 'syrupUSDC', decimals: 6 },
    SYRUP_USDT: { symbol: 'syrupUSDT', decimals: 6 },
    MORPHO_TOKEN: { symbol: 'MORPHO', name: 'Morpho Token', decimals: 18 },
    ARKIS_VAULT: { symbol: 'sparkPrimeUSDC1' },
    STETH: { symbol: 'stETH' },
    STUSDS: { symbol: 'stUSDS' },
    SYRUP: { symbol: 'SYRUP' },
    LOCKSTAKE_SKY: { symbol: 'LSSKY' },
    USYC: { symbol: 'USYC', decimals: 6 },
    USDY: { symbol: 'USDY', decimals: 18 },
    OUSG: { symbol: 'OUSG', decimals: 18 },
    BENJI: { symbol: 'BENJI', decimals: 18 },
    IBENJI: { symbol: 'iBENJI', decimals: 18 },
    WTGXX: { symbol: 'WTGXX', decimals: 18 },
    TBILL: { symbol: 'TBILL', decimals: 6 },
    VBILL: { symbol: 'VBILL', decimals: 6 },
    USTBL: { symbol: 'USTBL', decimals: 5 },
    BIB01: { symbol: 'bIB01', decimals: 18 },
    BIBTA: { symbol: 'bIBTA', decimals: 18 },
    MTBILL: { symbol: 'mTBILL', decimals: 18 },
    ULTRA: { symbol: 'ULTRA' },
    THBILL: { symbol: 'thBILL' },
    FDIT: { symbol: 'FDIT', decimals: 18 },
    MONY: { symbol: 'MONY' },
    USDM: { symbol: 'USDM', decimals: 18 },
    ROUSG: { symbol: 'rOUSG' },
    USDYC: { symbol: 'USDYc' },
    JAAA: { symbol: 'JAAA' },
    STAC: { symbol: 'STAC' },
  },
  gnosis: {
    GNO: { symbol: 'GNO', name: 'Gnosis Token on xDai', decimals: 18 },
    WETH: { symbol: 'WETH', name: 'Wrapped Ether on xDai', decimals: 18 },
    WSTETH: { symbol: 'wstETH', name: 'Wrapped liquid staked Ether 2.0 from Mainnet', decimals: 18 },
    WXDAI: { symbol: 'WXDAI', decimals: 18 },
    USDC: { symbol: 'USDC', name: 'USD//C on xDai', decimals: 6 },
    USDCE: { symbol: 'USDC.e', name: 'Bridged USDC (Gnosis)', decimals: 6 },
    USDT: { symbol: 'USDT', name: 'Tether on xDai', decimals: 6 },
    EURE: { symbol: 'EURe', name: 'Monerium EUR emoney', decimals: 18 },
    SXDAI: { symbol: 'sDAI', name: 'Savings xDAI', decimals: 18 },
    BIB01: { symbol: 'bIB01', decimals: 18 },
    BIBTA: { symbol: 'bIBTA', decimals: 18 },
  },
  base: {
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
  arbitrum: {
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
  optimism: {
    SUSDC: { symbol: 'sUSDC' },
    SUSDS: { symbol: 'sUSDS' },
    USDC: { symbol: 'USDC', name: 'USDCoin', decimals: 6 },
    USDS: { symbol: 'USDS' },
    BUIDL: { symbol: 'BUIDL', decimals: 6 },
    WTGXX: { symbol: 'WTGXX', decimals: 18 },
    USDM: { symbol: 'USDM', decimals: 18 },
  },
  unichain: {
    SUSDC: { symbol: 'sUSDC' },
    SUSDS: { symbol: 'sUSDS' },
    USDC: { symbol: 'USDC' },
    USDS: { symbol: 'USDS' },
  },
}

// SparkLend names the tokens of a reserve after it, and gives them its decimals.
const reserveTokens = [
  { suffix: '_STABLE_DEBT_TOKEN', symbol: 'stableDebt', name: 'Spark Stable Debt' },
  { suffix: '_DEBT_TOKEN', symbol: 'variableDebt', name: 'Spark Variable Debt' },
  { suffix: '_SPTOKEN', symbol: 'sp', name: 'Spark' },
  { suffix: '_ATOKEN', symbol: 'sp', name: 'Spark' },
] as const

/** What is known of a token before anything is read; undefined for what is no token, or not known. */
export const tokenOf = (chain: Pick<Chain, 'slug'>, key: string): Token | undefined => {
  const listed = tokens[chain.slug]?.[key]
  if (listed !== undefined) return listed
  const rule = reserveTokens.find(({ suffix }) => key.endsWith(suffix))
  if (rule === undefined) return undefined
  const reserve = tokens[chain.slug]?.[key.slice(0, -rule.suffix.length)]
  if (reserve === undefined) return undefined
  const { symbol, decimals } = reserve
  const token = { symbol: `${rule.symbol}${symbol}`, name: `${rule.name} ${symbol}` }
  return decimals === undefined ? token : { ...token, decimals }
}

/** A label for people: the token's symbol, else the registry's name. Two tokens may share one: show the address too. */
export const tokenLabel = (chain: Pick<Chain, 'slug'>, key: string): string => tokenOf(chain, key)?.symbol ?? key
