import type { Address } from 'viem'
import { type ChainSlug, type ContractKey, contractAt, type SparkChain } from '@/lib/chains'

/** What kind of answer a price source gives, as far as the registry knows it. */
type OracleKind =
  | 'fixed'
  | 'median'
  | 'exchange-rate'
  | 'savings-index'
  | 'own-peg'
  | 'single-feed'
  | 'savings-xdai'
  | 'unknown'

type Kinds = Readonly<Record<string, OracleKind>>

// After sparkdotfi/spark-spells@372770a and the sources of marsfoundation/sparklend-advanced: what each contract asks.
const kinds: Readonly<Partial<Record<ChainSlug, Kinds>>> = {
  ethereum: {
    FIXED_USD_PRICE_FEED: 'fixed',
    AGGOR_ETH_USD: 'median',
    AGGOR_BTC_USD: 'median',
    WSTETH_USD_ORACLE: 'exchange-rate',
    RETH_USD_ORACLE: 'exchange-rate',
    WEETH_USD_ORACLE: 'exchange-rate',
    EZETH_USD_ORACLE: 'exchange-rate',
    RSETH_USD_ORACLE: 'exchange-rate',
    SDAI_USD_ORACLE: 'savings-index',
    SUSDS_USD_ORACLE: 'savings-index',
    WBTC_USD_ORACLE: 'own-peg',
    GNO_USD_ORACLE: 'single-feed',
  },
  gnosis: {
    FIXED_USD_PRICE_FEED: 'fixed',
    WETH_USD_ORACLE: 'single-feed',
    WSTETH_USD_ORACLE: 'single-feed',
    GNO_USD_ORACLE: 'single-feed',
    EURE_USD_ORACLE: 'single-feed',
    SXDAI_USD_ORACLE: 'savings-xdai',
  },
}

export type OracleFacts = {
  readonly kind: OracleKind
  /** The registry's name of the source; null for one it does not hold. */
  readonly name: ContractKey | null
}

export const oracleOf = (chain: SparkChain, source: Address): OracleFacts => {
  const name = contractAt(chain, source)
  const known = kinds[chain.slug] ?? {}
  return { name, kind: (name === null ? undefined : known[name]) ?? 'unknown' }
}
