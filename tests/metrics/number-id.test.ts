import { describe, expect, it } from 'vitest'
import { isScope, lineOf, metricIdOf, numberId, parseNumberId, scopeOf, splitNumberId } from '@/lib/metrics/number-id'
import { fixtureSnapshot } from '../support/fixture-snapshot'

describe("a number's id", () => {
  it('is read back into the parts it was printed from', () => {
    const parts = { metric: 'liquidity.position', chain: 'base', key: 'USDC@ALM_PROXY_FREEZABLE' } as const
    const id = numberId(parts.metric, parts.chain, parts.key)
    expect(id).toBe('liquidity.position:base:USDC@ALM_PROXY_FREEZABLE')
    expect(parseNumberId(id)).toEqual(parts)
    expect(splitNumberId(id)).toEqual(['liquidity.position', 'base', 'USDC@ALM_PROXY_FREEZABLE'])
    expect([metricIdOf(id), scopeOf(id), lineOf(parts.metric)]).toEqual(['liquidity.position', 'base', 'liquidity'])
  })

  it('is read back of every number of a snapshot', () => {
    for (const { id, metric, chain, key } of fixtureSnapshot.numbers) {
      expect(numberId(metric, chain, key)).toBe(id)
      expect(parseNumberId(id)).toEqual({ metric, chain, key })
      expect([metricIdOf(id), scopeOf(id)]).toEqual([metric, chain])
    }
  })

  it.each([
    '',
    'lend.price',
    'lend.price:ethereum',
    'lend.price:ethereum:',
    ':ethereum:USDC',
    'lend.price:mars:USDC',
    'lend.price:ethereum:USDC:USDT',
    'lend.price:ethereum:US DC',
    'lend.price:ethereum:<b>',
  ])('is not %j', (id) => {
    expect(parseNumberId(id)).toBeNull()
  })

  it('keeps a chain that does not exist in its parts only unchecked', () => {
    expect(splitNumberId('lend.price:mars:USDC')).toEqual(['lend.price', 'mars', 'USDC'])
    expect(scopeOf('lend.price:mars:USDC')).toBeNull()
    expect(scopeOf('lend.price')).toBeNull()
    expect(metricIdOf('lend.price')).toBe('')
    expect([isScope('all'), isScope('gnosis'), isScope('mars')]).toEqual([true, true, false])
  })
})
