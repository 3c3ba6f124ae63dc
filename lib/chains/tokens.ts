import type { Chain, Token } from './define-chain'

// SparkLend names the tokens of a reserve after it, and gives them its decimals.
const reserveTokens = [
  { suffix: '_STABLE_DEBT_TOKEN', symbol: 'stableDebt', name: 'Spark Stable Debt' },
  { suffix: '_DEBT_TOKEN', symbol: 'variableDebt', name: 'Spark Variable Debt' },
  { suffix: '_SPTOKEN', symbol: 'sp', name: 'Spark' },
  { suffix: '_ATOKEN', symbol: 'sp', name: 'Spark' },
] as const

/** What is known of a token before anything is read; undefined for what is no token, or not known. */
export const tokenOf = (chain: Pick<Chain, 'tokens'>, key: string): Token | undefined => {
  const listed = chain.tokens[key]
  if (listed !== undefined) return listed
  const rule = reserveTokens.find(({ suffix }) => key.endsWith(suffix))
  if (rule === undefined) return undefined
  const reserve = chain.tokens[key.slice(0, -rule.suffix.length)]
  if (reserve === undefined) return undefined
  const { symbol, decimals } = reserve
  const token = { symbol: `${rule.symbol}${symbol}`, name: `${rule.name} ${symbol}` }
  return decimals === undefined ? token : { ...token, decimals }
}

/** A label for people: the token's symbol, else the registry's name. Two tokens may share one: show the address too. */
export const tokenLabel = (chain: Pick<Chain, 'tokens'>, key: string): string => tokenOf(chain, key)?.symbol ?? key
