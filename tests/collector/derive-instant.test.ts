import { describe, expect, it } from 'vitest'
import { type ChainSlug, chainSlugs } from '@/lib/chains'
import { type ChainAtInstant, deriveInstant } from '@/lib/collector/derive-instant'
import { fixed } from '@/lib/math/fixed'
import { metrics } from '@/lib/metrics'
import { neverRead } from '@/lib/metrics/observe'
import type { Observation } from '@/lib/metrics/types'

const known = (chain: ChainSlug): ChainAtInstant => {
  const nothing = { code: 'not-read', message: '' } as const
  const nums = neverRead(metrics, chain, nothing).map(({ id, metric, key, unit, class: kind, methodVersion }) => ({
    ...{ id, metric, chain, key, unit, class: kind, methodVersion },
    status: 'ok' as const,
    value: fixed(5n, 0),
  }))
  return { kind: 'known', nums }
}

const day = (kinds: Partial<Record<ChainSlug, 'unreadable' | 'waiting' | 'not-begun'>>) => {
  const refuse = (error: unknown) => {
    throw error
  }
  const at = new Map(
    chainSlugs.map((slug): [ChainSlug, ChainAtInstant] => {
      const kind = kinds[slug]
      return [slug, kind === undefined ? known(slug) : { kind }]
    }),
  )
  const stored = new Map<string, Observation>()
  for (const num of deriveInstant(metrics, at, refuse)) stored.set(num.id, num)
  return stored
}

const statusOf = (stored: ReadonlyMap<string, Observation>, id: string) => stored.get(id)?.status

describe('a day on which one chain could not be read', () => {
  const whole = day({})
  const without = day({ gnosis: 'unreadable' })

  it('fails the totals that chain is part of', () => {
    for (const id of ['tvl.total-usd:all:TOTAL', 'tvl.line-usd:all:LEND', 'lend.available-usd:all:TOTAL'])
      expect([id, statusOf(without, id), without.get(id)?.value]).toEqual([id, 'failed', null])
  })

  it('fails no total that it has nothing to do with', () => {
    for (const id of [
      'tvl.line-usd:all:RWA',
      'tvl.line-usd:all:LIQUIDITY',
      'tvl.line-usd:all:SAVINGS',
      'rwa.spark-holding-usd:all:TOTAL',
      'liquidity.part-usd:all:TOTAL',
      'tvl.total-usd:ethereum:TOTAL',
    ])
      expect([id, without.get(id)]).toEqual([id, whole.get(id)])
  })

  it('stores every other number as on a day without a failure, and none of that chain', () => {
    const other = [...whole].filter(([, { chain }]) => chain !== 'gnosis')
    expect([...without.keys()].sort()).toEqual(other.map(([id]) => id).sort())
    for (const [id, num] of other) if (num.chain !== 'all') expect(without.get(id)).toEqual(num)
  })
})

it('over several chains nothing is stored while one may still be read, and all of each chain is', () => {
  const stored = day({ gnosis: 'waiting' })
  expect([...stored.values()].some(({ chain }) => chain === 'all' || chain === 'gnosis')).toBe(false)
  expect(statusOf(stored, 'tvl.total-usd:ethereum:TOTAL')).toBe('ok')
})

it('a chain that has not begun is no missing part', () => {
  expect(day({ unichain: 'not-begun' }).get('tvl.total-usd:all:TOTAL')).toMatchObject({ status: 'ok' })
})
