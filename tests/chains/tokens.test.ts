import { expect, test } from 'vitest'
import type { Token } from '@/lib/chains'
import { chainBySlug, chains, tokenLabel, tokenOf } from '@/lib/chains'

const ethereum = chainBySlug('ethereum')

test('every token listed is in its chain’s registry, and its decimals are ones a token can have', () => {
  for (const chain of chains)
    for (const [key, { symbol, decimals }] of Object.entries<Token>(chain.tokens)) {
      expect(Object.keys(chain.contracts), chain.slug).toContain(key)
      expect(symbol).not.toBe('')
      if (decimals !== undefined) expect([4, 5, 6, 8, 18], key).toContain(decimals)
    }
})

test('tokens of a reserve are named after it and have its decimals, as SparkLend does', () => {
  expect(tokenOf(ethereum, 'CBBTC_SPTOKEN')).toEqual({ symbol: 'spcbBTC', name: 'Spark cbBTC', decimals: 8 })
  expect(tokenOf(ethereum, 'USDC_DEBT_TOKEN')).toEqual({
    symbol: 'variableDebtUSDC',
    name: 'Spark Variable Debt USDC',
    decimals: 6,
  })
  expect(tokenOf(chainBySlug('gnosis'), 'EURE_STABLE_DEBT_TOKEN')?.symbol).toBe('stableDebtEURe')
  expect(tokenOf(chainBySlug('gnosis'), 'SXDAI_ATOKEN')?.symbol).toBe('spsDAI')
})

test('every reserve token of both markets has a label', () => {
  for (const chain of [ethereum, chainBySlug('gnosis')]) {
    const keys = Object.keys(chain.contracts).filter((key) => /_(SP|A|DEBT_)TOKEN$/.test(key))
    expect(keys.length).toBeGreaterThan(20)
    for (const key of keys) expect(tokenLabel(chain, key), key).not.toBe(key)
  }
})

test('what is no token keeps the registry’s name; two tokens may share a label', () => {
  expect(tokenOf(ethereum, 'POOL')).toBeUndefined()
  expect(tokenLabel(ethereum, 'POOL')).toBe('POOL')
  expect(tokenLabel(ethereum, 'USDC_SPTOKEN')).toBe('spUSDC')
  expect(tokenLabel(ethereum, 'SPARK_VAULT_V2_SPUSDC')).toBe('spUSDC')
})

test('decimals that no source states are not made up', () => {
  expect(tokenOf(chainBySlug('unichain'), 'SUSDS')).toEqual({ symbol: 'sUSDS' })
})
