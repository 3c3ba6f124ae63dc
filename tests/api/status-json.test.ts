import { describe, expect, it } from 'vitest'
import { statusJson } from '@/lib/api/status-json'
import { HOUR } from '@/lib/format/time'
import type { Snapshot } from '@/lib/snapshot/types'
import { fixtureAppRuntime } from '../support/fixture-app-runtime'
import { fixtureSnapshot } from '../support/fixture-snapshot'

const { time } = fixtureSnapshot

const chainsAt = (now: number, snapshot: Snapshot | null = fixtureSnapshot) =>
  statusJson({
    network: 'live',
    snapshot,
    collector: fixtureAppRuntime().collector(),
    engine: 'embedded',
    snapshots: 1,
    setAside: { damaged: [], ahead: [] },
    work: fixtureAppRuntime().work(),
    now,
  }).chains

describe('the status of a chain', () => {
  it('is fresh while its block is young by the clock, and says until when', () => {
    expect(chainsAt(time)[0]).toMatchObject({ chain: 'ethereum', state: 'fresh', failure: null })
    expect(chainsAt(time)[0]?.freshUntil).toBeGreaterThanOrEqual(time)
  })

  it('is stale with a collector that has read nothing for 18 hours, with its age, though nothing failed', () => {
    for (const chain of chainsAt(time + 18 * HOUR, { ...fixtureSnapshot, failures: {} })) {
      expect([chain.chain, chain.state, chain.failure]).toEqual([chain.chain, 'stale', null])
      expect(chain.ageSeconds).toBeGreaterThanOrEqual(18 * HOUR)
      expect(chain.freshUntil).toBeLessThan(time + HOUR)
    }
  })

  it('is stale where the last read failed, and unread before the first', () => {
    expect(chainsAt(time).at(-1)).toMatchObject({ chain: 'unichain', state: 'stale' })
    expect(chainsAt(time, null)[0]).toMatchObject({ state: 'unread', ageSeconds: null, freshUntil: null, head: null })
  })
})
