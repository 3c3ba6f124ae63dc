import type { ChainSlug } from '../chains'
import { type FundKey, feedOf, funds } from '../products/funds'
import type { Valuation } from './define-position'

/** JTRSY's pool and share class at Centrifuge, the same on every chain. */
const jtrsyClass = {
  spoke: 'CENTRIFUGE_SPOKE',
  pool: 281_474_976_710_662n,
  id: '0x00010000000000060000000000000001',
} as const

/** What one token of a fund is worth, the same way on every chain; only Ethereum's registry knows vaults of JTRSY. */
export const fundValuation = (fund: FundKey, chain: ChainSlug): Valuation => {
  switch (funds[fund].nav) {
    case 'terms':
      return { kind: 'fund-dollar' }
    case 'superstate': {
      const feed = feedOf(fund)
      return feed === undefined ? { kind: 'superstate', token: fund } : { kind: 'superstate', token: fund, feed }
    }
    case 'centrifuge': {
      const valuation = { kind: 'centrifuge', token: fund, asset: 'USDC', shareClass: jtrsyClass } as const
      return chain === 'ethereum' ? { ...valuation, vaults: ['JTRSY_VAULT', 'JTRSY_VAULT_V3_USDC'] } : valuation
    }
  }
}
