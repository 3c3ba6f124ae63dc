import { describe, expect, it } from 'vitest'
import { lendMetrics } from '@/lib/metrics/lend'
import { savingsMetrics } from '@/lib/metrics/savings'
import type { Metric } from '@/lib/metrics/types'

/** Ids and units are permanent: links, series and other people's programs name them. More may be added, none changed. */
const lend: Readonly<Record<string, string>> = {
  token:
    'supplied sky-supplied borrowed available accrued-to-treasury supply-cap supply-headroom supply-cap-max supply-cap-gap borrow-cap borrow-headroom borrow-cap-max borrow-cap-gap',
  usd: 'supplied-usd borrowed-usd available-usd price debt-ceiling-usd isolation-debt-usd',
  ratio:
    'utilization supply-apr supply-apy borrow-apr borrow-apy next-supply-apy next-borrow-apy optimal-utilization base-rate slope-1 slope-2 ltv liquidation-threshold liquidation-bonus liquidation-protocol-fee reserve-factor supply-cap-usage borrow-cap-usage emode-ltv emode-liquidation-threshold emode-liquidation-bonus',
  address:
    'rate-strategy underlying sp-token debt-token oracle-source acl-admin market-owner pool-configurator fallback-oracle',
  flag: 'active frozen paused borrowing-enabled flash-loan-enabled borrowable-in-isolation siloed-borrowing kill-switch-triggered',
  count: 'emode',
}

const savings: Readonly<Record<string, string>> = {
  ray: 'rate live-index stored-index rate-gap',
  ratio: 'apy apy-gap',
  token: 'assets shares idle outstanding deposit-cap instant-liquidity',
  usd: 'assets-usd idle-usd',
  'assets-per-share': 'share-price',
}

const cases: readonly [line: string, metrics: readonly Metric[], units: Readonly<Record<string, string>>][] = [
  ['lend', lendMetrics, lend],
  ['savings', savingsMetrics, savings],
]

describe.each(cases)('the metrics of %s', (line, metrics, units) => {
  it('keep their ids and units', () => {
    const said = Object.fromEntries(metrics.map(({ id, unit }) => [id, unit]))
    expect(Object.keys(said)).toHaveLength(metrics.length)
    for (const [unit, ids] of Object.entries(units)) {
      for (const id of ids.split(' ')) expect([id, said[`${line}.${id}`]]).toEqual([id, unit])
    }
  })

  it('explain themselves in both languages', () => {
    for (const { id, text } of metrics) {
      const { en, 'zh-Hant': zh } = text
      for (const each of [en, zh])
        expect([id, [each.title, each.what, each.formula].every(Boolean)]).toEqual([id, true])
      expect([id, zh.caveats.length]).toEqual([id, en.caveats.length])
      expect([id, /\p{Script=Han}|spToken/u.test(`${zh.title}${zh.what}`)]).toEqual([id, true])
      expect([id, /\p{Script=Han}/u.test(JSON.stringify(en))]).toEqual([id, false])
    }
  })

  it('have titles of their own', () => {
    for (const locale of ['en', 'zh-Hant'] as const) {
      const titles = metrics.map(({ text }) => text[locale].title)
      expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
    }
  })
})
