import { describe, expect, it } from 'vitest'
import { metricJson } from '@/lib/api/metric-json'
import { chainSlugs } from '@/lib/chains'
import { failure } from '@/lib/errors'
import { fixed } from '@/lib/math/fixed'
import { classesOf, classOf, metrics } from '@/lib/metrics'
import { deriveAll } from '@/lib/metrics/derive'
import { neverRead } from '@/lib/metrics/observe'
import { classes } from '@/lib/metrics/types'

describe('the class of a number', () => {
  it('is what its metric declares: the weakest of those that the catalogue names', () => {
    for (const metric of metrics) {
      expect([metric.id, classesOf(metric.id).at(-1)]).toEqual([metric.id, metric.class])
      expect(metricJson(metric)).toMatchObject({ class: metric.class, classes: classesOf(metric.id) })
    }
    expect(classes).toEqual(['onchain', 'issuer', 'stated', 'promise'])
  })

  it('is the same known or unknown, and whatever its value', () => {
    const refuse = (error: unknown) => {
      throw error
    }
    const read = chainSlugs
      .flatMap((chain) => neverRead(metrics, chain, failure('not-read')))
      .map((num) => ({ ...num, status: 'ok' as const, value: fixed(5n, 0) }))
    for (const { id, class: kind } of [...read, ...deriveAll(metrics, read, chainSlugs, refuse)])
      expect([id, classOf(id)]).toEqual([id, kind])
  })

  it('of the total is that of the treasuries in it, and of a chain without any that of contracts alone', () => {
    expect(classOf('tvl.total-usd:all:TOTAL')).toBe('issuer')
    expect(classOf('tvl.line-usd:all:LEND')).toBe('onchain')
    expect(classOf('tvl.total-usd:optimism:TOTAL')).toBe('onchain')
    expect(classOf('liquidity.unit-value:ethereum:BUIDLI')).toBe('issuer')
    expect(classOf('lend.price:ethereum:LISTED_LATER')).toBe('onchain')
    expect(classOf('no.such:ethereum:USDC')).toBeUndefined()
  })
})
