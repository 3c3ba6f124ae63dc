import { beforeEach, describe, expect, it } from 'vitest'
import { setAppRuntime } from '@/lib/server/app-runtime'
import { startFakeSite } from '../server/fake-site'
import { chartHandlers } from '../support/chart-handlers'
import { fixtureAppRuntime } from '../support/fixture-app-runtime'
import { faultOf, fuzzedTargets } from '../support/fuzz'

const maxBytes = 8_000_000

beforeEach(() => setAppRuntime(fixtureAppRuntime()))

describe('a thousand queries to the addresses of charts and numbers', () => {
  it('break nothing, are repeated nowhere, and leave no more behind than the cache may hold', async () => {
    const site = await startFakeSite(chartHandlers, { maxBytes })
    const counts: Record<number, number> = {}
    for (const asked of fuzzedTargets(1, 1_000, `http://127.0.0.1:${site.port}`, ['data'])) {
      const answer = await site.get(asked.target)
      expect(faultOf(asked, answer)).toBeNull()
      counts[answer.status] = (counts[answer.status] ?? 0) + 1
      expect(site.cache.bytes).toBeLessThanOrEqual(maxBytes)
    }
    expect(Object.keys(counts).sort()).toEqual(['200', '400', '404', '414', '501'])
    expect(counts[200]).toBeGreaterThan(200)
    expect(counts[400]).toBeGreaterThan(200)
    expect(site.failures).toEqual([])
  })

  it('would be found out if they were repeated, or broke something', () => {
    const [asked] = fuzzedTargets(1, 1, 'http://localhost')
    if (asked === undefined) throw new Error('there is nothing to ask')
    const said = { status: 200, headers: {}, body: Buffer.from('') }
    expect(faultOf(asked, said)).toBeNull()
    expect(faultOf(asked, { ...said, body: Buffer.from(`<p>${asked.marker.toUpperCase()}</p>`) })).toContain('the body')
    expect(faultOf(asked, { ...said, headers: { location: `/?q=${asked.marker}` } })).toContain('a header')
    expect(faultOf(asked, { ...said, status: 503 })).toContain('503')
    expect(faultOf(asked, { ...said, body: Buffer.from('<td>NaN</td>') })).toContain('no number')
  })

  it('are the same for the same seed', () => {
    const [one, two, other] = [7, 7, 8].map((seed) => fuzzedTargets(seed, 50, 'http://localhost'))
    expect(one).toEqual(two)
    expect(one).not.toEqual(other)
  })
})
