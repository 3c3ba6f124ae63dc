import { expect, it } from 'vitest'
import { chartFileName } from '@/lib/charts/answer/file-name'
import { tvl } from '@/lib/charts/catalogue/tvl'
import { defaultView } from '@/lib/charts/query/view'

const asOf = 1_767_225_600
const view = defaultView(tvl)

it('names a file after the chart, the view and the day', () => {
  expect(chartFileName(tvl, view, asOf, 'csv')).toBe(`sparkscope-tvl-${view.mode}-${view.range}-2026-01-01.csv`)
})

it('names what differs from where the chart begins', () => {
  const changed = { ...view, scale: 'share', chains: ['base'], hide: ['x'], locale: 'zh-Hant' } as const
  expect(chartFileName(tvl, changed, asOf, 'png')).toBe(
    `sparkscope-tvl-${view.mode}-${view.range}-share-base-own-series-zh-Hant-2026-01-01.png`,
  )
})

it('names the days of a range of one’s own and of a pin', () => {
  const days = { from: asOf - 31 * 86_400, to: asOf - 86_400 }
  const named = `sparkscope-tvl-${view.mode}-2025-12-01-to-2025-12-31-2026-01-01.svg`
  expect(chartFileName(tvl, { ...view, range: days }, asOf, 'svg')).toBe(named)
  expect(chartFileName(tvl, { ...view, pin: days }, asOf, 'svg')).toBe(named)
})
