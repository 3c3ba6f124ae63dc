import type { ChainSlug, ContractKey } from '../chains'
import type { Valuation } from './define-position'

/** Tokenised funds that the layer buys, or has bought. USCC carries crypto risk: it is no treasury fund. */
export const fundKeys = [
  'BUIDL',
  'BUIDLI',
  'USTB',
  'JTRSY',
  'USCC',
] as const satisfies readonly ContractKey<'ethereum'>[]
export type FundKey = (typeof fundKeys)[number]

export const treasuryFundKeys: readonly FundKey[] = ['BUIDL', 'BUIDLI', 'USTB', 'JTRSY']

export const isFundKey = (key: string): key is FundKey => fundKeys.some((fund) => fund === key)

/** What one token of a fund is worth, the same way on every chain; only Ethereum's registry knows a vault of JTRSY. */
export const fundValuation = (fund: FundKey, chain: ChainSlug): Valuation => {
  switch (fund) {
    case 'BUIDL':
    case 'BUIDLI':
      return { kind: 'fund-dollar' }
    case 'USTB':
    case 'USCC':
      return { kind: 'superstate', token: fund }
    case 'JTRSY':
      return chain === 'ethereum'
        ? { kind: 'centrifuge', token: fund, asset: 'USDC', vault: 'JTRSY_VAULT' }
        : { kind: 'centrifuge', token: fund, asset: 'USDC' }
  }
}
