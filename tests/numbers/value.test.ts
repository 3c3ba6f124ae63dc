import { describe, expect, it } from 'vitest'
import { fullValue, shortValue } from '@/lib/numbers/value'
import { num } from '../support/fixture-snapshot'

describe('a value in words', () => {
  const usdc = { label: 'USDC' }
  it.each([
    [num('tvl.total-usd', 'all', 'TOTAL', '7898123456.78'), '$7.898 B', '$7,898,123,457', '78.98 億美元'],
    [num('savings.apy', 'ethereum', 'SUSDS', '0.045000000000123'), '4.50 %', '4.50 %', '4.50 %'],
    [
      num('lend.supplied', 'ethereum', 'USDC', '41200000.123456', usdc),
      '41.20 M USDC',
      '41,200,000.12',
      '4120 萬 USDC',
    ],
    [num('savings.rate', 'ethereum', 'SUSDS', '1000000001395766281313196627'), ...ray()],
  ])('%#', (each, short, full, chinese) => {
    const plain = (text: string) => text.replaceAll('\u00a0', ' ')
    expect(plain(shortValue(each, 'en'))).toBe(short)
    expect(plain(fullValue(each, 'en'))).toBe(full)
    expect(plain(shortValue(each, 'zh-Hant'))).toBe(chinese)
  })

  function ray(): [string, string, string] {
    const digits = '1,000,000,001,395,766,281,313,196,627'
    return [digits, digits, digits]
  }

  it('loses no digit when all are asked for', () => {
    const exact = num('lend.supplied', 'ethereum', 'USDC', '1234.567891', { label: 'USDC' })
    expect(fullValue(exact, 'en', { decimals: 'all', unit: true })).toBe('1,234.567891\u00a0USDC')
    expect(fullValue(num('savings.apy', 'base', 'X', '0.045000000000123'), 'en', { decimals: 'all' })).toBe(
      '4.5000000000123\u00a0%',
    )
  })

  it('of the unknown is an em dash', () => {
    expect(shortValue(num('tvl.total-usd', 'all', 'TOTAL', null), 'en')).toBe('—')
  })
})

describe('the unit after an amount', () => {
  it.each([
    ['lend.supplied', 'USDC.e', '5\u00a0USDC.e'],
    ['liquidity.position', 'ETH@ALM_PROXY_FREEZABLE', '5\u00a0ETH'],
    ['liquidity.position', 'wstETH.PENDING_REDEEM', '5\u00a0wstETH'],
    ['liquidity.position', 'PSM3', '5'],
    ['savings.shares', 'sUSDC', '5\u00a0sUSDC'],
    ['savings.assets', 'sUSDC', '5'],
  ])('of %s %s is the token’s symbol or nothing', (metric, label, shown) => {
    expect(shortValue(num(metric, 'ethereum', 'X', '5', { label }), 'en')).toBe(shown)
  })
})

describe('an address read as a number', () => {
  it('is shown as an address, checksummed', () => {
    const raw = BigInt('0xa3931d71877c0e7a3148cb7eb4463524fec27fbd').toString()
    const owner = num('lend.oracle-source', 'ethereum', 'USDC', raw)
    expect(fullValue(owner, 'en')).toBe('0xa3931d71877C0E7a3148CB7Eb4463524FEc27fbD')
    expect(shortValue(owner, 'en')).toBe('0xa393…7fbD')
    expect(shortValue(num('lend.oracle-source', 'ethereum', 'USDC', '0'), 'en')).toBe('0x0000…0000')
    expect(shortValue(num('lend.oracle-source', 'ethereum', 'USDC', null), 'en')).toBe('—')
  })
})
