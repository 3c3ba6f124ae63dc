import { describe, expect, it } from 'vitest'
import { freshnessOf } from '@/lib/snapshot/freshness'
import { fixtureSnapshot } from '../support/fixture-snapshot'

describe('freshness', () => {
  it('tells fresh, stale and unread apart, in the fixed order of the chains', () => {
    const states = freshnessOf(fixtureSnapshot).map(({ chain, state }) => [chain.slug, state])
    expect(states).toEqual([
      ['ethereum', 'fresh'],
      ['gnosis', 'fresh'],
      ['base', 'fresh'],
      ['arbitrum', 'fresh'],
      ['optimism', 'fresh'],
      ['unichain', 'stale'],
    ])
    expect(freshnessOf(null).every(({ state }) => state === 'unread')).toBe(true)
  })

  it('calls a block late that is far behind the newest one, though nothing failed', () => {
    const { asOf } = fixtureSnapshot
    const late = freshnessOf({ ...fixtureSnapshot, failures: {}, asOf: { ...asOf } })
    expect(late.at(-1)).toMatchObject({ state: 'late', behind: 840 })
  })
})
