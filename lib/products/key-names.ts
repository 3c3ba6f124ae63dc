import { sameWords, type Words } from '../format/locale'

/** What people call a key that no token's symbol names, or that a symbol shares with another token. */
const names: Readonly<Record<string, Words>> = {
  // one symbol, two tokens: a deposit in SparkLend, and a share of a savings vault
  USDC_SPTOKEN: { en: 'spUSDC (SparkLend)', 'zh-Hant': 'spUSDC（SparkLend）' },
  USDT_SPTOKEN: { en: 'spUSDT (SparkLend)', 'zh-Hant': 'spUSDT（SparkLend）' },
  PYUSD_SPTOKEN: { en: 'spPYUSD (SparkLend)', 'zh-Hant': 'spPYUSD（SparkLend）' },
  SPUSDC: { en: 'spUSDC (savings vault)', 'zh-Hant': 'spUSDC（儲蓄金庫）' },
  SPUSDT: { en: 'spUSDT (savings vault)', 'zh-Hant': 'spUSDT（儲蓄金庫）' },
  SPPYUSD: { en: 'spPYUSD (savings vault)', 'zh-Hant': 'spPYUSD（儲蓄金庫）' },
  SPETH: { en: 'spETH (savings vault)', 'zh-Hant': 'spETH（儲蓄金庫）' },
  // pools, vaults and accounts
  CURVE_SUSDSUSDT: sameWords('Curve sUSDS/USDT'),
  CURVE_PYUSDUSDS: sameWords('Curve PYUSD/USDS'),
  CURVE_PYUSDUSDC: sameWords('Curve PYUSD/USDC'),
  CURVE_USDCUSDT: sameWords('Curve USDC/USDT'),
  CURVE_WEETHWETHNG: sameWords('Curve weETH/WETH'),
  MORPHO_VAULT_V2_USDT_OLD: { en: 'Morpho USDT, former vault', 'zh-Hant': 'Morpho USDT（舊金庫）' },
  BINANCE_EXCHANGE: sameWords('Binance'),
  USDS_SPK_FARM: { en: 'USDS farm', 'zh-Hant': 'USDS 挖礦' },
  REWARDS_LSSKY_SPK: { en: 'Locked SKY farm', 'zh-Hant': '鎖定 SKY 挖礦' },
  POOL_ADDRESSES_PROVIDER: { en: 'the whole market', 'zh-Hant': '整個市場' },
  BUIDL_FUND: { en: 'BUIDL, both share classes', 'zh-Hant': 'BUIDL，兩種份額' },
  // awards
  'DSS_VEST.1': { en: 'Team’s award', 'zh-Hant': '團隊的歸屬' },
  'MCD_VEST_SPK_TREASURY.1': { en: 'USDS farm’s award', 'zh-Hant': 'USDS 挖礦的歸屬' },
  'MCD_VEST_SPK_TREASURY.2': { en: 'SKY stakers’ award', 'zh-Hant': 'SKY 質押者的歸屬' },
}

/** The name of a key, or of the token that one with a state or a holder behind it begins with; null: the symbol says it. */
export const keyNameIn = (key: string): Words | null => (Object.hasOwn(names, key) ? (names[key] ?? null) : null)
