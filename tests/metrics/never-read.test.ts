import { describe, expect, it } from 'vitest'
import { type ChainSlug, chainSlugs } from '@/lib/chains'
import { failure } from '@/lib/errors'
import { fixed } from '@/lib/math/fixed'
import { metrics } from '@/lib/metrics'
import { deriveAll } from '@/lib/metrics/derive'
import { neverRead } from '@/lib/metrics/observe'
import type { Observation } from '@/lib/metrics/types'

const refuse = (error: unknown) => {
  throw error
}

/** Everything a chain is expected to have, as if its contracts had said 5. */
const readOf = (chain: ChainSlug): readonly Observation[] =>
  neverRead(metrics, chain, failure('not-read')).map(({ reason: _, code: __, ...num }) => ({
    ...num,
    status: 'ok',
    value: fixed(5n, 0),
  }))

const without = (chain: ChainSlug) => {
  const read = chainSlugs.flatMap((slug) =>
    slug === chain ? neverRead(metrics, slug, failure('timeout')) : readOf(slug),
  )
  return new Map([...read, ...deriveAll(metrics, read, chainSlugs, refuse)].map((num) => [num.id, num]))
}

describe.each(chainSlugs)('with %s never read', (chain) => {
  const numbers = without(chain)
  const sums = [...numbers.values()].filter(({ chain: scope, parts }) => scope === 'all' && parts !== undefined)

  it('every sum over chains that it is part of names it, by a number in the list', () => {
    expect(sums.length).toBeGreaterThan(0)
    for (const { id, omitted } of sums) {
      const named = omitted?.filter((each) => each.id.split(':')[1] === chain) ?? []
      expect([id, named.length > 0]).toEqual([id, true])
      for (const each of named) expect([each.id, numbers.get(each.id)?.status]).toEqual([each.id, 'failed'])
    }
  })

  it('its derived numbers are in the list, all of them failed for the same reason or one of their parts', () => {
    const derived = [...numbers.values()].filter((num) => num.chain === chain && num.inputs !== undefined)
    for (const metric of metrics)
      if (metric.kind === 'derived' && metric.scopes.includes(chain))
        expect([metric.id, derived.some((num) => num.metric === metric.id)]).toEqual([metric.id, true])
    for (const { id, status, value } of derived) expect([id, status, value]).toEqual([id, 'failed', null])
  })

  it('nothing is known without a number or a call that shows it', () => {
    for (const { id, status, inputs } of numbers.values())
      if (status === 'ok' && inputs !== undefined) expect([id, inputs.length > 0]).toEqual([id, true])
  })
})
