import { describe, expect, it } from 'vitest'
import { charts } from '@/lib/charts/catalogue'
import { sizes } from '@/lib/charts/layout/sizes'
import { textWidth } from '@/lib/charts/layout/text-width'
import { defaultView } from '@/lib/charts/query/view'
import type { ChartPoint } from '@/lib/charts/state/chart-data'
import { LEND, tvl } from '../support/sample-layouts'
import {
  AS_OF,
  DAY,
  inputOf,
  layoutOf,
  MIDNIGHT,
  narrow,
  seriesFor,
  stateOf,
  tvlSeries,
  wide,
} from '../support/sample-series'

describe('every chart, mode, scale, language and size', () => {
  const cases = charts.flatMap((chart) =>
    chart.view.modes.flatMap((mode) =>
      chart.view.scales.flatMap((scale) =>
        chart.view.ranges.flatMap((range) =>
          (['en', 'zh-Hant'] as const).flatMap((locale) =>
            [wide, sizes.column, narrow].map((size) => ({ chart, mode, scale, range, locale, size })),
          ),
        ),
      ),
    ),
  )

  it.each(cases)(
    '$chart.slug $mode $scale $range $locale $size.width is whole',
    ({ chart, mode, scale, range, locale, size }) => {
      const view = { ...defaultView(chart), mode, scale, range }
      const input = { chart, view, series: seriesFor(chart.slug), gaps: [], asOf: AS_OF, locale, size }
      const model = layoutOf(input)
      expect(/NaN|undefined|Infinity/.exec(JSON.stringify(model))).toBeNull()
      expect(model.layers.length).toBeGreaterThan(0)
      expect(model.empty).toBeNull()
      expect(model.caption.length).toBeGreaterThan(10)
      expect(model.caption).not.toMatch(/NaN|undefined|null|—/)
      expect(locale === 'zh-Hant').toBe(/[一-鿿]/.test(model.caption))
      const { plot } = model
      expect(plot.bottom - plot.top).toBeGreaterThan(size.height / 3)
      const outside = model.layers.flatMap(({ runs }) =>
        runs.flatMap((run) =>
          run.filter((n, i) =>
            i % 2 === 0 ? n < plot.left - 0.1 || n > plot.right + 0.1 : n < plot.top - 1 || n > plot.bottom + 1,
          ),
        ),
      )
      expect(outside).toEqual([])
      for (const { x, anchor, name, value } of model.labels) {
        const width = textWidth(name, 12, 'semibold') + textWidth(` ${value}`, 12)
        expect(anchor === 'end' ? x - width >= 0 && x <= size.width : x >= 0 && x + width <= size.width + 1).toBe(true)
      }
      for (const item of model.legend) expect(item.y).toBeLessThanOrEqual(size.height)
      for (const tick of model.x.ticks) expect(tick.at >= plot.left - 0.1 && tick.at <= plot.right + 0.1).toBe(true)
      const again = layoutOf(input)
      expect(JSON.stringify(again) === JSON.stringify(model)).toBe(true)
    },
  )
})

describe('words', () => {
  it('make a caption of the newest numbers, in both languages', () => {
    const day = (t: number): ChartPoint[] => [{ t, value: '1000000000', status: 'ok' }]
    const series = tvlSeries().map((each) => ({
      ...each,
      points: [
        ...day(AS_OF - 30 * DAY),
        { t: AS_OF, value: each.id === LEND ? '2000000000' : '1000000000', status: 'ok' as const },
      ],
    }))
    const say = (locale: 'en' | 'zh-Hant') =>
      layoutOf(inputOf('tvl', {}, { series, locale })).caption.replaceAll('\u00a0', ' ')
    expect(say('en')).toBe(
      'Spark holds $5 billion, 25.0 % more than 30 days ago: 40 % in Lend, 20 % in RWA, 20 % in Liquidity.',
    )
    expect(say('zh-Hant')).toBe(
      'Spark 共持有 50 億美元，較 30 天前增加 25.0 %：借貸占 40 %、代幣化美國公債占 20 %、流動性層占 20 %。',
    )
  })

  it('are those of a pinned moment, not of the clock', () => {
    const asOf = MIDNIGHT - 100 * DAY
    const pin = { from: MIDNIGHT - 200 * DAY, to: asOf }
    const input = inputOf('tvl', { pin, range: 'all' }, { asOf })
    const model = layoutOf(input)
    expect([model.x.from, model.x.to]).toEqual([pin.from, pin.to])
    expect(model.asOf.t).toBe(asOf)
    expect(stateOf(input).instants.at(-1)).toBe(asOf)
  })

  it('name a stale value and missing chains', () => {
    const model = tvl((point, id) =>
      point.t === AS_OF && id === LEND ? { ...point, status: 'stale', parts: { have: 5, of: 6 } } : point,
    )
    expect(model.notes).toContain('5 of 6 chains')
    expect(model.notes.join(' ')).toContain('Lend: the newest value is old')
  })
})
