import { describe, expect, it } from 'vitest'
import { failure, NodeError } from '@/lib/errors'
import { createEndpoint, type Endpoint, orderEndpoints, orderForHistory, recordFailure } from '@/lib/reader/endpoint'
import { tryEndpoints } from '@/lib/reader/failover'
import { LastingError } from '@/lib/reader/http-post'

const HOUR = 3_600
const named = (name: string, known = {}) => createEndpoint(`https://${name}.example`, { known })
const hosts = (endpoints: readonly Endpoint[]) => endpoints.map(({ host }) => host.split('.')[0])

describe('an endpoint', () => {
  it('begins with what is known of it, and with no limits where nothing is', () => {
    expect(named('a', { batch: 3, archive: true })).toMatchObject({ batchLimit: 3, archive: true })
    expect(named('a')).toMatchObject({ batchLimit: Number.POSITIVE_INFINITY, archive: null })
  })

  it('shows its host, and nothing else of its URL, when it is printed', () => {
    expect(JSON.stringify(createEndpoint('https://user:pass@node.example/key?k=1'))).not.toMatch(/pass|key|k=1/)
  })
})

describe('the order of endpoints', () => {
  it('is the given one, the resting ones last', () => {
    const [a, b, c] = [named('a', { archive: false }), named('b'), named('c', { archive: true })]
    expect(hosts(orderEndpoints([a, b, c], 0))).toEqual(['a', 'b', 'c'])
    recordFailure(a, failure('timeout'), 0)
    expect(hosts(orderEndpoints([a, b, c], 0))).toEqual(['b', 'c', 'a'])
    expect(hosts(orderEndpoints([a, b, c], 16))).toEqual(['a', 'b', 'c'])
  })

  it('puts those first for history that hold old states, and those last that do not', () => {
    const [a, b, c] = [named('a', { archive: false }), named('b'), named('c', { archive: true })]
    expect(hosts(orderForHistory([a, b, c], 0))).toEqual(['c', 'b', 'a'])
    recordFailure(c, failure('timeout'), 0)
    expect(hosts(orderForHistory([a, b, c], 0))).toEqual(['b', 'a', 'c'])
  })
})

/** Tries the endpoints in turn; each fails as it is told, or succeeds. */
const tryAll = (endpoints: readonly Endpoint[], failures: Readonly<Record<string, NodeError>>, past = false) =>
  tryEndpoints(endpoints, { now: () => 0, hasTime: () => true, past }, async ({ host }) => {
    const thrown = failures[host.split('.')[0] ?? '']
    if (thrown) throw thrown
    return host
  })

describe('an endpoint that fails', () => {
  it.each([
    [new NodeError('timeout'), 15],
    [new NodeError('rate-limited'), 15],
    [new NodeError('unreachable'), 15],
    [new LastingError('rate-limited', 0), 15],
    [new LastingError('rate-limited', 90), 90],
    [new LastingError('rate-limited', 10 ** 9), 6 * HOUR],
    [new LastingError('moved'), 6 * HOUR],
    [new LastingError('refused'), 6 * HOUR],
    [new LastingError('unreachable'), 6 * HOUR],
  ])('rests as long as its failure lasts: %s', async (error, seconds) => {
    const [a, b] = [named('a'), named('b')]
    await tryAll([a, b], { a: error })
    expect([a.backoffUntil, b.backoffUntil]).toEqual([seconds, 0])
  })

  it('rests longer each time, up to five minutes', async () => {
    const [a, b] = [named('a'), named('b')]
    const rests: number[] = []
    for (let time = 0; time < 7; time++) {
      await tryAll([a, b], { a: new NodeError('timeout') })
      rests.push(a.backoffUntil)
    }
    expect(rests).toEqual([15, 30, 60, 120, 240, 300, 300])
  })

  it('does not rest for hours where every other fails, too: the network here may be the reason', async () => {
    const [a, b] = [named('a'), named('b')]
    const lasting = new LastingError('unreachable')
    await expect(tryAll([a, b], { a: lasting, b: lasting })).rejects.toBe(lasting)
    expect([a.backoffUntil, b.backoffUntil]).toEqual([300, 300])
  })

  it('is well again with its next answer', async () => {
    const a = named('a')
    recordFailure(a, failure('moved'), 0, 6 * HOUR)
    await tryAll([a], {})
    expect([a.backoffUntil, a.backoffSeconds]).toEqual([0, 15])
  })

  it('for want of an old state does not rest, and is asked last for history', async () => {
    const [a, b] = [named('a'), named('b')]
    await tryAll([a, b], { a: new NodeError('no-archive') }, true)
    expect([a.backoffUntil, a.archive, a.lastFailure?.code]).toEqual([0, false, 'no-archive'])
    expect(hosts(orderForHistory([a, b], 0))).toEqual(['b', 'a'])
    expect(hosts(orderEndpoints([a, b], 0))).toEqual(['a', 'b'])
  })

  it('for want of the newest state rests', async () => {
    const [a, b] = [named('a'), named('b')]
    await tryAll([a, b], { a: new NodeError('no-archive') })
    expect([a.backoffUntil, a.archive]).toEqual([15, null])
  })
})
