import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '@/lib/format/time'
import { freshnessOf, freshnessSummary } from '@/lib/snapshot/freshness'
import type { Snapshot } from '@/lib/snapshot/types'
import { fixtureSnapshot } from '../support/fixture-snapshot'

const { time } = fixtureSnapshot

const live = (now: number) => ({ network: 'live', now }) as const

const statesAt = (now: number, snapshot: Snapshot | null = fixtureSnapshot) =>
  freshnessOf(snapshot, live(now)).map(({ chain, state }) => [chain.slug, state])

describe('freshness', () => {
  it('tells fresh, stale and unread apart, in the fixed order of the chains', () => {
    expect(statesAt(time)).toEqual([
      ['ethereum', 'fresh'],
      ['gnosis', 'fresh'],
      ['base', 'fresh'],
      ['arbitrum', 'fresh'],
      ['optimism', 'fresh'],
      ['unichain', 'stale'],
    ])
    expect(statesAt(time, null).every(([, state]) => state === 'unread')).toBe(true)
  })

  it('ends by the clock on the wall: with nothing read for 18 hours no chain is fresh, though no read failed', () => {
    const asleep = freshnessOf({ ...fixtureSnapshot, failures: {} }, live(time + 18 * HOUR))
    expect(asleep.every(({ state }) => state === 'late')).toBe(true)
    expect(asleep[0]?.age).toBeGreaterThanOrEqual(18 * HOUR)
    expect(freshnessSummary(asleep)).toMatchObject({ fresh: 0, of: 6, until: null })
  })

  it('goes by each chain’s own pace', () => {
    const limits = freshnessOf(fixtureSnapshot, live(time)).map(({ chain, asOf, freshUntil }) => [
      chain.slug,
      (freshUntil ?? 0) - (asOf?.timestamp ?? 0),
    ])
    expect(Object.fromEntries(limits)).toMatchObject({ ethereum: 300, gnosis: 180, base: 180 })
  })

  it('lets final blocks be as old as finality makes them', () => {
    const asOf = Object.fromEntries(
      Object.entries(fixtureSnapshot.asOf).map(([slug, each]) => [slug, { ...each, finality: 'finalized' as const }]),
    )
    const final = { ...fixtureSnapshot, failures: {}, asOf }
    expect(statesAt(time + 1_200, final).every(([, state]) => state === 'fresh')).toBe(true)
    expect(statesAt(time + 2 * HOUR, final).every(([, state]) => state === 'late')).toBe(true)
  })

  it('calls a block late that is far behind the newest one, though nothing failed', () => {
    const late = freshnessOf({ ...fixtureSnapshot, failures: {} }, live(time))
    expect(late.at(-1)).toMatchObject({ state: 'late', behind: 840, age: 840 })
  })

  it('takes a block that is ahead of the clock for new, not for older than nothing', () => {
    expect(freshnessOf(fixtureSnapshot, live(time - 60))[0]).toMatchObject({ state: 'fresh', age: 0 })
  })

  it('judges the local network by its own pace of a block a day, and so also there ends', () => {
    const local = (now: number) => freshnessSummary(freshnessOf(fixtureSnapshot, { network: 'embedded', now }))
    expect(local(time + 23 * HOUR)).toMatchObject({ fresh: 5 })
    expect(local(time + 3 * DAY)).toMatchObject({ fresh: 0 })
  })

  it('says of all chains together when the first of them will be old, and how old the oldest block is', () => {
    const all = freshnessOf(fixtureSnapshot, live(time))
    const first = Math.min(...all.flatMap(({ state, freshUntil }) => (state === 'fresh' ? (freshUntil ?? []) : [])))
    expect(freshnessSummary(all)).toEqual({ fresh: 5, of: 6, age: 840, until: first })
  })
})
