import { describe, expect, it } from 'vitest'
import { keyLabel } from '@/components/numbers/number-label'
import { num } from '../support/fixture-snapshot'

describe('a key in words', () => {
  it.each([
    ['liquidity.position', 'CURVE_WEETHWETHNG', 'Curve weETH/WETH'],
    ['liquidity.position', 'USDC_SPTOKEN', 'spUSDC (SparkLend)'],
    ['savings.apy', 'SPUSDC', 'spUSDC (savings vault)'],
    ['liquidity.position', 'JTRSY.PENDING_REDEEM', 'JTRSY · redemption pending'],
    ['liquidity.position', 'USDC@ALM_PROXY_FREEZABLE', 'USDC · held by the freezable proxy'],
    ['liquidity.venue-usd', 'SPARKLEND', 'SparkLend'],
    ['liquidity.venue-usd', 'REWARDS', 'Reward tokens'],
    ['liquidity.part-usd', 'IN_TRANSIT', 'In transit'],
    ['tvl.line-usd', 'RWA', 'RWA'],
    ['spk.planned', 'TEAM', 'Team'],
    ['spk.locked', 'PAUSE_PROXY', 'Sky’s treasury'],
    ['spk.stream', 'DSS_VEST.1', 'Team’s award'],
  ])('of %s, %s, is %s', (metric, key, word) => {
    expect(keyLabel(num(metric, 'ethereum', key, '1'), 'en')).toBe(word)
  })

  it('of a total is nothing: its chain tells it', () => {
    expect(keyLabel(num('tvl.total-usd', 'all', 'TOTAL', '1'), 'en')).toBeNull()
  })
})
