import { describe, expect, it } from 'vitest'
import { fixed } from '@/lib/math/fixed'
import { difference, from, product, quotient, same } from '@/lib/metrics/arithmetic'
import { failedTerm, term } from './terms'

describe('a value computed from others', () => {
  it('is exact, and names what it was computed from', () => {
    const a = term('A', 150n)
    const b = term('B', 25n)
    expect(product('X', a, b)).toEqual({
      key: 'X',
      status: 'ok',
      value: fixed(3_750n, 4),
      class: 'onchain',
      inputs: [a.id, b.id],
    })
    expect(difference('X', a, b).value).toEqual(fixed(125n, 2))
    expect(quotient('X', a, b).value).toEqual(fixed(6n * 10n ** 27n, 27))
    expect(same('X', a).value).toEqual(a.value)
  })

  it('is unknown for the reason of the term that is', () => {
    expect(product('X', term('A', 1n), failedTerm('B'))).toMatchObject({
      status: 'failed',
      value: null,
      reason: 'The contract refused.',
      code: 'reverted',
    })
    expect(same('X', failedTerm('B', { status: 'absent' })).status).toBe('absent')
  })

  it('is failed where a number that it needs is missing, and absent where it cannot be divided', () => {
    expect(product('X', term('A', 1n), undefined)).toMatchObject({ status: 'failed', code: 'input' })
    expect(quotient('X', term('A', 1n), term('B', 0n))).toMatchObject({ status: 'absent', value: null })
  })

  it('is as old as its oldest term and as provable as its weakest', () => {
    const stale = term('A', 1n, { status: 'stale', reason: 'The node did not answer.', code: 'timeout' })
    const reported = term('B', 2n, { class: 'issuer' })
    expect(product('X', stale, reported)).toMatchObject({ status: 'stale', code: 'timeout', class: 'issuer' })
  })

  it('is 0, and not old, where nothing is multiplied by an old price', () => {
    const old = term('A', 5n, { status: 'stale', reason: 'The price is old.', code: 'old-price' })
    expect(product('X', term('B', 0n), old)).toMatchObject({ status: 'ok', value: { raw: 0n } })
    expect(product('X', old, term('B', 0n)).status).toBe('ok')
    expect(product('X', term('B', 0n, { status: 'stale' }), old).status).toBe('stale')
    expect(product('X', old, term('B', 1n))).toMatchObject({ status: 'stale', code: 'old-price' })
    expect(quotient('X', term('B', 0n), old).status).toBe('ok')
    expect(quotient('X', old, term('B', 1n)).status).toBe('stale')
  })

  it('carries a label, and what its terms left out, each once', () => {
    const omitted = [{ id: 'lend.price:ethereum:C', reason: 'No price.' }]
    const sum = term('A', 1n, { label: 'USDC', omitted, parts: { have: 1, of: 2 } })
    expect(from('X', [sum, { ...sum, parts: { have: 5, of: 6 } }], (a) => a ?? null)).toMatchObject({
      label: 'USDC',
      omitted,
      parts: { have: 1, of: 2 },
    })
  })
})
