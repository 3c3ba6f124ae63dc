import { describe, expect, it } from 'vitest'
import type { ChartPoint } from '@/lib/charts/state/chart-data'
import { failed, LEND, layer, mapPoints, tvl } from '../support/sample-layouts'
import { AS_OF, DAY, inputOf, layoutOf, MIDNIGHT, rateSeries, tvlSeries } from '../support/sample-series'

describe('a chart with little to show', () => {
  it('of one reading is a slim column, labelled, and says that a line begins with the second', () => {
    const model = tvl((point) => (point.t === AS_OF ? point : null))
    expect(layer(model, LEND).d).toMatch(/^M/)
    expect(model.notes[0]).toContain('One reading so far')
    expect(model.x.to - model.x.from).toBe(DAY)
    const rates = layoutOf(inputOf('rates', {}, { series: mapPoints(rateSeries(), (p) => (p.t === AS_OF ? p : null)) }))
    expect(rates.layers.every(({ d, dots }) => d === '' && dots.length === 1)).toBe(true)
  })

  it('of none says that nothing is stored yet', () => {
    for (const locale of ['en', 'zh-Hant'] as const) {
      const model = tvl(() => null, { locale })
      expect(model.layers).toEqual([])
      expect(model.empty).toBe(
        locale === 'en'
          ? 'Nothing is stored yet. The first reading will appear here.'
          : '尚無儲存的資料，第一筆讀數將顯示於此。',
      )
      expect(model.caption).toMatch(/not known yet|尚未得知/)
    }
    const asked = tvl(() => null, {}, { range: { from: MIDNIGHT - 10 * DAY, to: MIDNIGHT } })
    expect(asked.empty).toBe('Nothing is stored for these days.')
    expect(asked.caption).toBe(asked.empty)
  })

  it('that is all gap is hatched all over and names the cause', () => {
    const model = tvl(failed, {
      gaps: [{ chain: 'ethereum', from: 0, to: AS_OF, reason: { code: 'no-archive' } }],
    })
    expect(model.empty).toBe('Nothing could be read in this span.')
    expect(model.gaps).toHaveLength(1)
    expect(model.gaps[0]).toMatchObject({
      x0: model.plot.left,
      x1: model.plot.right,
      reason: 'The node no longer holds the state of this block',
    })
  })

  it('with a total of 0 has no shares, and says so', () => {
    const model = tvl((point) => ({ ...point, value: '0' }), {}, { scale: 'share' })
    expect(model.empty).toContain('there are no shares')
    const linear = tvl((point) => ({ ...point, value: '0' }))
    expect(linear.empty).toBeNull()
    expect(linear.y).toMatchObject({ min: 0, max: 1 })
  })

  it('with everything hidden says that', () => {
    const hide = tvlSeries().map(({ id }) => id)
    const model = layoutOf(inputOf('tvl', { hide }))
    expect(model.empty).toBe('Every series is hidden.')
    expect(model.caption).toBe(model.empty)
  })

  it('of chains on which there is none of it says that', () => {
    const model = layoutOf(inputOf('rates', { mode: 'supply', chains: ['unichain'] }, { series: [] }))
    expect(model.empty).toBe('There is nothing of this on the chains chosen.')
    expect(model.caption).toBe(model.empty)
  })

  it('that is constant stands inside its scale', () => {
    const model = layoutOf(
      inputOf(
        'rates',
        {},
        { series: mapPoints(rateSeries(), (p, id) => ({ ...p, value: id.startsWith('savings') ? '0.045' : p.value })) },
      ),
    )
    const [run] = layer(model, 'savings.apy:ethereum:SUSDS').runs
    expect(run?.[1]).toBeGreaterThan(model.plot.top)
    expect(run?.[1]).toBeLessThan(model.plot.bottom)
  })

  it('of a huge range keeps short labels, on both scales', () => {
    const huge = (point: ChartPoint, _: string, i: number) => ({ ...point, value: `${10n ** BigInt(i % 15)}` })
    for (const scale of ['linear', 'log'] as const) {
      const { y } = tvl(huge, {}, { scale })
      expect(y.ticks.every(({ label }) => label.length <= 8)).toBe(true)
      expect(y.ticks.length).toBeLessThanOrEqual(9)
    }
  })

  it('on a logarithmic scale leaves out 0 and below, and says so', () => {
    const model = layoutOf(inputOf('tvl', { scale: 'log' }))
    expect(model.y.zero).toBeNull()
    expect(model.notes.join(' ')).toContain('cannot show 0')
    expect(tvl((point) => ({ ...point, value: '-5' }), {}, { scale: 'log' }).empty).toContain('cannot show 0')
  })
})

describe('gaps', () => {
  it('without any stored instant tear the lines and carry the store’s reason in the reader’s language', () => {
    const [from, to] = [MIDNIGHT - 70 * DAY, MIDNIGHT - 50 * DAY]
    const gaps = [{ chain: 'ethereum', from, to, reason: { code: 'no-archive' } }] as const
    for (const [locale, reason] of [
      ['en', 'The node no longer holds the state of this block'],
      ['zh-Hant', '節點不再保存這段歷史'],
    ] as const) {
      const model = tvl(
        ({ t, ...rest }) => (t > from && t < to ? null : { t, ...rest }),
        { gaps, locale },
        { range: '90d' },
      )
      expect(model.gaps).toMatchObject([{ from, to, reason, note: { text: reason } }])
      expect(layer(model, LEND).runs).toHaveLength(2)
    }
  })

  it('of one line alone leave the others whole, and hatch only a strip', () => {
    const id = 'savings.apy:ethereum:SPETH'
    const series = mapPoints(rateSeries(), (p, of) =>
      of === id && p.t > MIDNIGHT - 60 * DAY && p.t < MIDNIGHT - 40 * DAY ? failed(p) : p,
    )
    const model = layoutOf(inputOf('rates', { range: '90d' }, { series }))
    expect(model.gaps).toMatchObject([{ partial: true, note: { text: '' } }])
    expect(layer(model, id).runs).toHaveLength(2)
    expect(layer(model, 'savings.apy:ethereum:SUSDS').runs).toHaveLength(1)
  })

  it('show that nothing was read since', () => {
    const model = tvl((point) => (point.t < AS_OF - 9 * DAY ? point : null), {}, { range: '30d' })
    expect(model.gaps.at(-1)).toMatchObject({ reason: 'not read since', x1: model.plot.right })
    expect(model.asOf.t).toBeLessThan(AS_OF - 9 * DAY)
  })

  it('show that a range asked for begins before the first reading', () => {
    const model = tvl((point) => point, {}, { range: { from: MIDNIGHT - 500 * DAY, to: MIDNIGHT } })
    expect(model.x).toMatchObject({ from: MIDNIGHT - 500 * DAY, to: MIDNIGHT })
    expect(model.gaps[0]).toMatchObject({ from: MIDNIGHT - 500 * DAY, reason: 'no readings' })
  })
})
