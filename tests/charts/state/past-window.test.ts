import { describe, expect, it } from 'vitest'
import { layoutChart } from '@/lib/charts/layout/layout-chart'
import { sizes } from '@/lib/charts/layout/sizes'
import type { View } from '@/lib/charts/query/view'
import { embedFooter } from '@/lib/charts/render/embed/footer'
import { chartTranslator } from '@/lib/i18n/translator'
import { mapPoints } from '../support/sample-layouts'
import { AS_OF, DAY, inputOf, MIDNIGHT, seriesFor, stateOf } from '../support/sample-series'

const days = { from: Date.UTC(2026, 1, 7) / 1000, to: Date.UTC(2026, 5, 2) / 1000 }

/** Each of the four lines 1 B when the window begins, 2 B when it ends, and 9 B today. */
const rising = mapPoints(seriesFor('tvl'), (point) => ({
  ...point,
  value: point.t <= days.from ? '1000000000' : point.t <= days.to ? '2000000000' : '9000000000',
}))

const captionOf = (slug: string, view: object, locale: 'en' | 'zh-Hant' = 'en') => {
  const rest = slug === 'tvl' ? { series: rising } : {}
  return stateOf(inputOf(slug, view, rest)).caption(locale)
}

describe('a window that is over', () => {
  it('says what it did, from its first reading to its last, and nothing of now', () => {
    expect(captionOf('tvl', { range: days }).replaceAll('\u00a0', ' ')).toBe('7 Feb – 2 Jun 2026: $4 B → $8 B.')
    expect(captionOf('tvl', { range: days }, 'zh-Hant')).toMatch(/^2026年2月7日至6月2日：40.億美元 → 80.億美元。$/)
    expect(captionOf('rates', { range: days }).replaceAll('\u00a0', ' ')).toMatch(
      /^7 Feb – 2 Jun 2026: sUSDS \d\.\d\d % → \d\.\d\d %, Spark USDC .* → .*%\.$/,
    )
    expect(captionOf('spk-vesting', { range: days }).replaceAll('\u00a0', ' ')).toMatch(
      /^7 Feb – 2 Jun 2026: the plan released at most \d.* → \d.*; the contracts had distributed .* → .*\.$/,
    )
  })

  it('is what a pin shows, whenever it is looked at', () => {
    const pin = { from: MIDNIGHT - 30 * DAY, to: MIDNIGHT }
    expect(captionOf('tvl', { pin })).toContain(' → ')
    expect(captionOf('rates', { pin: { snapshot: 'a'.repeat(64) } })).toContain(' → ')
  })

  it('is not one that goes on to the newest numbers, or beyond', () => {
    for (const range of ['30d', 'all', { from: days.from, to: MIDNIGHT }, { from: days.from, to: AS_OF + 90 * DAY }])
      expect(captionOf('tvl', { range })).toContain('Spark holds')
  })

  it('has no freshness beside it', () => {
    const footerOf = (range: View['range']) => {
      const { chart, view, ...rest } = inputOf('tvl', { range })
      const layout = layoutChart(stateOf({ chart, view, ...rest }), sizes.page, 'en')
      const freshness = { fresh: 6, of: 6, until: null, age: 0 }
      return embedFooter(chart, view, layout, { pin: null, freshness }, chartTranslator('en'))
    }
    expect(footerOf({ from: days.from, to: MIDNIGHT })).toContain('6 of 6 chains')
    expect(footerOf(days)).not.toContain('6 of 6')
  })
})
