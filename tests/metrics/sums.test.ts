import { describe, expect, it } from 'vitest'
import { fixed } from '@/lib/math/fixed'
import { all, deployed, join, sumOf, total, withAmounts } from '@/lib/metrics/sums'
import { failedTerm, term } from './terms'

describe('a sum', () => {
  it('adds up what is known and names what is not', () => {
    expect(total('TOTAL', [term('A', 150n), failedTerm('B'), term('C', 50n)])).toMatchObject({
      status: 'ok',
      value: fixed(200n, 2),
      omitted: [{ id: 'lend.part:ethereum:B', reason: 'The contract refused.' }],
    })
  })

  it('says how many of its chains it has', () => {
    expect(total('TOTAL', [term('A', 1n), failedTerm('B')], 3)).toMatchObject({ parts: { have: 1, of: 3 } })
    expect(total('TOTAL', [term('A', 1n)], 1)).not.toHaveProperty('parts')
  })

  it('is absent where nothing is known, and failed where nothing was read', () => {
    expect(total('TOTAL', [failedTerm('A')])).toMatchObject({ status: 'absent', value: null, code: 'nothing-known' })
    expect(sumOf('TOTAL', all([]))).toMatchObject({ status: 'failed', value: null, code: 'not-read' })
    expect(total('TOTAL', [], 2)).toMatchObject({ status: 'failed', code: 'not-read' })
  })

  it('leaves out what is not deployed, and is absent where nothing is', () => {
    const missing = failedTerm('A', { status: 'absent', code: 'not-deployed' })
    expect(deployed([missing, term('B', 1n)])).toMatchObject({ terms: [{ key: 'B' }], listed: 2, zeros: 0 })
    expect(sumOf('TOTAL', deployed([missing]))).toMatchObject({ status: 'absent', code: 'not-deployed' })
  })

  it('is 0, not unknown, of nothing but zeros without a price', () => {
    const amount = {
      ...term('A', 0n),
      metric: 'lend.amount',
      chain: 'ethereum',
      unit: 'token',
      methodVersion: 1,
    } as const
    const terms = withAmounts([failedTerm('A')], () => amount)
    expect(terms).toMatchObject({ terms: [], listed: 1, zeros: 1 })
    expect(sumOf('TOTAL', terms)).toMatchObject({ status: 'ok', value: { raw: 0n } })
  })

  it('of several lists counts each list', () => {
    expect(join(all([term('A', 1n)]), deployed([failedTerm('B', { code: 'not-deployed' })]))).toMatchObject({
      terms: [{ key: 'A' }],
      listed: 2,
    })
  })
})
