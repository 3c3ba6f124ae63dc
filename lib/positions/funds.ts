import type { ChainSlug } from '../chains'
import { type FundKey, funds } from '../products/funds'
import type { Valuation } from './define-position'

/** What one token of a fund is worth, the same way on every chain; only Ethereum's registry knows a vault of JTRSY. */
export const fundValuation = (fund: FundKey, chain: ChainSlug): Valuation => {
  switch (funds[fund].nav) {
    case 'terms':
      return { kind: 'fund-dollar' }
    case 'superstate':
      return { kind: 'superstate', token: fund }
    case 'centrifuge':
      return chain === 'ethereum'
        ? { kind: 'centrifuge', token: fund, asset: 'USDC', vault: 'JTRSY_VAULT' }
        : { kind: 'centrifuge', token: fund, asset: 'USDC' }
  }
}
