import type { ContractKey } from '../chains'

type Fund = {
  /** How the worth of its token is known: by its terms, or as its issuer's contracts report it. */
  readonly nav: 'terms' | 'superstate' | 'centrifuge'
  /** The price feed that is asked where the token names no oracle. */
  readonly feed?: ContractKey
  /** A treasury fund belongs to the line RWA; one that carries crypto risk is none. */
  readonly isTreasury: boolean
}

/** Tokenised funds that the liquidity layer buys, or has bought, by the names of their tokens in the chain files. */
export const funds = {
  BUIDL: { nav: 'terms', isTreasury: true },
  BUIDLI: { nav: 'terms', isTreasury: true },
  USTB: { nav: 'superstate', isTreasury: true },
  JTRSY: { nav: 'centrifuge', isTreasury: true },
  USCC: { nav: 'superstate', feed: 'USCC_CHAINLINK_ORACLE', isTreasury: false },
} as const satisfies Readonly<Partial<Record<ContractKey, Fund>>>

export type FundKey = keyof typeof funds

/** The feed of a fund, where it has one. */
export const feedOf = (key: FundKey): ContractKey | undefined => {
  const fund: Fund = funds[key]
  return fund.feed
}

export const isFundKey = (key: string): key is FundKey => Object.hasOwn(funds, key)

export const fundKeys: readonly FundKey[] = Object.keys(funds).filter(isFundKey)
export const treasuryFundKeys: readonly FundKey[] = fundKeys.filter((key) => funds[key].isTreasury)
