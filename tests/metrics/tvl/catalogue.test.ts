import { describe, expect, test } from 'vitest'
import { liquidityMetrics } from '@/lib/metrics/liquidity'
import { rwaMetrics } from '@/lib/metrics/rwa'
import { reconciliation, tvlMetrics } from '@/lib/metrics/tvl'
import type { Metric } from '@/lib/metrics/types'

const listed = [...liquidityMetrics, ...rwaMetrics, ...tvlMetrics]
const unitsOf = (metrics: readonly Metric[]) => Object.fromEntries(metrics.map(({ id, unit }) => [id, unit]))

// These names are permanent: links, files and other people's programs hold them.
test('ids and units are those that were published', () => {
  expect(unitsOf(listed)).toMatchObject({
    'liquidity.asset-usd': 'usd',
    'liquidity.part-usd': 'usd',
    'liquidity.position': 'token',
    'liquidity.unit-value': 'usd',
    'liquidity.venue-usd': 'usd',
    'liquidity.position-usd': 'usd',
    'liquidity.psm-assets-usd': 'usd',
    'liquidity.psm-usdc': 'token',
    'liquidity.psm-usdc-usd': 'usd',
    'rwa.supply': 'token',
    'rwa.nav': 'usd',
    'rwa.aum-usd': 'usd',
    'rwa.spark-holding': 'token',
    'rwa.spark-holding-usd': 'usd',
    'rwa.spark-share': 'ratio',
    'tvl.gross-usd': 'usd',
    'tvl.sky-cash-usd': 'usd',
    'tvl.sptokens-usd': 'usd',
    'tvl.sky-savings-usd': 'usd',
    'tvl.bridged-copies-usd': 'usd',
    'tvl.deployed-savings-usd': 'usd',
    'tvl.sky-issued-usd': 'usd',
    'tvl.psm-shares-usd': 'usd',
    'tvl.outstanding-usd': 'usd',
    'tvl.psm-usdc-usd': 'usd',
    'tvl.others-cash-usd': 'usd',
    'tvl.line-usd': 'usd',
    'tvl.total-usd': 'usd',
  })
})

test('each stands in its own line', () => {
  for (const { id, line } of listed) expect(id.startsWith(`${line}.`), id).toBe(true)
})

describe.each(listed.map((metric): [string, Metric] => [metric.id, metric]))('%s', (_, { text, versions }) => {
  test('says in both languages what it is, how it is computed, and what to beware of', () => {
    for (const { title, what, formula } of [text.en, text['zh-Hant']]) {
      expect(title.length).toBeGreaterThan(1)
      expect(what).toMatch(/[.。]$/)
      expect(formula.length).toBeGreaterThan(5)
    }
    expect(text['zh-Hant'].what).toMatch(/\p{Script=Han}/u)
    expect(text['zh-Hant'].caveats).toHaveLength(text.en.caveats.length)
    for (const caveat of text.en.caveats) expect(caveat).toMatch(/\.$/)
    for (const caveat of text['zh-Hant'].caveats) expect(caveat).toMatch(/。$/)
  })

  test('has versions, counted from 1, each with its date and what changed', () => {
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 1))
    expect(versions.map(({ since }) => since)).toEqual(versions.map(({ since }) => since).toSorted())
    for (const { change } of versions) expect([change.en, change['zh-Hant']]).not.toContain('')
  })
})

test('every step of the reconciliation says which way it goes', () => {
  for (const { text } of reconciliation.less) {
    expect(text.en.title).toMatch(/^Less: /)
    expect(text['zh-Hant'].title).toMatch(/^減：/)
  }
  for (const { text } of reconciliation.plus) {
    expect(text.en.title).toMatch(/^Plus: /)
    expect(text['zh-Hant'].title).toMatch(/^加：/)
  }
})
