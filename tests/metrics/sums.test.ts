import { describe, expect, it } from 'vitest'
import { fixed } from '@/lib/math/fixed'
import { all, deployed, join, sumOf, withAmounts, withListed } from '@/lib/metrics/sums'
import type { Observation, Term } from '@/lib/metrics/types'
import { failedTerm, term } from './terms'

const sumAll = (terms: readonly Term[], chains?: number) => sumOf('TOTAL', all(terms), chains)

const amount = (key: string, raw: bigint, more: Partial<Observation> = {}): Observation => ({
  ...term(key, raw),
  id: `lend.amount:ethereum:${key}`,
  metric: 'lend.amount',
  chain: 'ethereum',
  unit: 'token',
  methodVersion: 1,
  ...more,
})

describe('a sum', () => {
  it('adds up what is known and names what is not', () => {
    expect(sumAll([term('A', 150n), failedTerm('B'), term('C', 50n)])).toMatchObject({
      status: 'ok',
      value: fixed(200n, 2),
      omitted: [{ id: 'lend.part:ethereum:B', reason: 'The contract refused.' }],
    })
  })

  it('says how many of its chains it has', () => {
    expect(sumAll([term('A', 1n), failedTerm('B')], 3)).toMatchObject({ parts: { have: 1, of: 3 } })
    expect(sumAll([term('A', 1n)], 1)).not.toHaveProperty('parts')
  })

  it('is failed where nothing was read, and where nothing is known since something failed, for the reason all share', () => {
    expect(sumAll([failedTerm('A'), failedTerm('B')])).toMatchObject({
      status: 'failed',
      value: null,
      code: 'reverted',
    })
    const price = failedTerm('C', { status: 'absent', code: 'no-price' })
    expect(sumAll([failedTerm('A'), price])).toMatchObject({ status: 'failed', code: 'nothing-known' })
    expect(sumAll([])).toMatchObject({ status: 'failed', value: null, code: 'not-read' })
    expect(sumAll([], 2)).toMatchObject({ status: 'failed', code: 'not-read' })
  })

  it('is absent only where all of it is', () => {
    const price = failedTerm('A', { status: 'absent', code: 'no-price' })
    expect(sumAll([price])).toMatchObject({ status: 'absent', value: null, code: 'nothing-known' })
  })

  it('leaves out what is not deployed, and is absent where nothing is', () => {
    const missing = failedTerm('A', { status: 'absent', code: 'not-deployed' })
    expect(deployed([missing, term('B', 1n)])).toMatchObject({ terms: [{ key: 'B' }], zeros: [] })
    expect(sumOf('TOTAL', deployed([missing]))).toMatchObject({ status: 'absent', code: 'not-deployed' })
  })

  it('names what a contract lists and has no code, and is absent where nothing of the list is deployed', () => {
    const missing = { status: 'absent', code: 'not-deployed', value: null } as const
    const dollars = [failedTerm('A', missing), term('B', 7n), failedTerm('Z')]
    const amountOf = (key: string) => amount(key, 0n, key === 'A' ? missing : {})
    expect(sumOf('TOTAL', withAmounts(dollars, amountOf))).not.toHaveProperty('omitted')
    expect(sumOf('TOTAL', withListed(dollars, amountOf))).toMatchObject({
      value: fixed(7n, 2),
      omitted: [{ id: 'lend.part:ethereum:A' }],
    })
    const gone = withListed([failedTerm('A', missing)], (key) => amount(key, 0n, missing))
    expect(sumOf('TOTAL', gone)).toMatchObject({ status: 'absent', code: 'not-deployed' })
  })

  it('is 0, not unknown, of nothing but zeros without a price, and those are what shows it', () => {
    const terms = withAmounts([failedTerm('A')], (key) => amount(key, 0n))
    expect(terms).toMatchObject({ terms: [], listed: [{ key: 'A' }], zeros: [{ key: 'A' }] })
    expect(sumOf('TOTAL', terms)).toMatchObject({
      status: 'ok',
      value: { raw: 0n },
      inputs: ['lend.amount:ethereum:A'],
    })
    const old = withAmounts([failedTerm('A')], (key) => amount(key, 0n, { status: 'stale', code: 'timeout' }))
    expect(sumOf('TOTAL', old)).toMatchObject({ status: 'stale', code: 'timeout' })
  })

  it('is of the class of the weakest it is made of, known or not', () => {
    expect(sumAll([term('A', 1n), term('B', 1n, { class: 'issuer' })]).class).toBe('issuer')
    expect(sumAll([term('A', 1n), failedTerm('B', { class: 'issuer' })]).class).toBe('issuer')
    expect(sumAll([failedTerm('B', { class: 'issuer' })]).class).toBe('issuer')
  })

  it('of several lists counts each list', () => {
    expect(join(all([term('A', 1n)]), deployed([failedTerm('B', { code: 'not-deployed' })]))).toMatchObject({
      terms: [{ key: 'A' }],
      listed: [{ key: 'A' }, { key: 'B' }],
    })
  })
})
