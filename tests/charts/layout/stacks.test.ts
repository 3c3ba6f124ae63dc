import { describe, expect, it } from 'vitest'
import type { ChartPoint, ChartSeries } from '@/lib/charts/state/chart-data'
import { failed, LEND, layer, RWA, tvl, tvlState } from '../support/sample-layouts'
import { AS_OF, chartOf, DAY, inputOf, layoutOf, MIDNIGHT, stateOf, tvlSeries } from '../support/sample-series'

describe('a stack', () => {
  it('adds up: the highest edge is the total, shares fill the whole height', () => {
    const model = layoutOf(inputOf('tvl', { range: '90d' }))
    const top = layer(model, LEND).runs[0] ?? []
    const total = tvlSeries().reduce((sum, { points }) => sum + Number(points.at(-1)?.value), 0)
    const scale = (model.plot.bottom - model.plot.top) / model.y.max
    expect(model.plot.bottom - (top.at(-1) ?? 0)).toBeCloseTo(total * scale, 1)
    const shares = layoutOf(inputOf('tvl', { range: '90d', scale: 'share' }))
    expect(shares.y.ticks.map(({ label }) => label.replace('\u00a0', ' '))).toEqual(['0', '25', '50', '75', '100 %'])
    for (const y of (layer(shares, LEND).runs[0] ?? []).filter((_, i) => i % 2 === 1))
      expect(y).toBeCloseTo(shares.plot.top, 5)
  })

  it('stands from zero, and says its total once', () => {
    const model = layoutOf(inputOf('tvl'))
    expect(model.y.zero).toBeCloseTo(model.plot.bottom, 1)
    expect(model.labels.filter(({ key }) => key === 'total')).toHaveLength(1)
  })

  it('is interrupted where a part failed: a partial sum is never drawn as a total', () => {
    const from = MIDNIGHT - 30 * DAY
    const to = MIDNIGHT - 24 * DAY
    const change = (point: ChartPoint, id: string) =>
      id === RWA && point.t > from && point.t < to ? failed(point) : point
    const model = tvl(change, {}, { range: '90d' })
    const { series } = tvlState(change, {}, { range: '90d' })
    expect(model.gaps).toMatchObject([{ from, to, reason: 'RWA could not be read', partial: false }])
    for (const each of model.layers) expect(each.runs).toHaveLength(2)
    expect(model.notes[0]).toContain('RWA could not be read')
    expect(series.find(({ spec }) => spec.key === LEND)?.values.every((value) => value !== null)).toBe(true)
  })

  it('with a part unknown throughout leaves it out, says so, and claims no total', () => {
    const model = tvl((point, id) => (id === RWA ? null : point))
    expect(model.layers.map(({ key }) => key)).not.toContain(RWA)
    expect(model.notes.join(' ')).toContain('RWA')
    expect(model.caption).toBe('The total is not known: RWA could not be read.')
    expect(model.labels.some(({ key }) => key === 'total')).toBe(false)
  })

  it('takes what does not exist as nothing, not as a gap', () => {
    const model = tvl((point, id, i) => (id === RWA && i < 200 ? { ...point, value: null, status: 'absent' } : point))
    expect(model.gaps).toEqual([])
    expect(layer(model, LEND).runs).toHaveLength(1)
  })

  it('stacks what is negative below zero', () => {
    const model = tvl((point, id) => (id.endsWith('LIQUIDITY') ? { ...point, value: '-1500000000' } : point))
    expect(model.y.min).toBeLessThan(-1.4e9)
    expect(model.y.zero).toBeLessThan(model.plot.bottom)
    expect(layer(model, 'tvl.line-usd:all:LIQUIDITY').d).toContain('M')
    expect(model.y.ticks.some(({ label }) => label.startsWith('−'))).toBe(true)
  })

  it('of chosen chains is the exact sum of theirs, under the same names', () => {
    const one = (id: string, value: string): ChartSeries => ({
      id,
      class: 'onchain',
      methodVersion: 1,
      points: [AS_OF - DAY, AS_OF].map((t) => ({ t, value, status: 'ok', block: 7n })),
    })
    const series = ['base', 'gnosis', 'unichain'].map((chain) =>
      one(`tvl.line-usd:${chain}:LEND`, '1000000.000000000000000001'),
    )
    const input = inputOf('tvl', { chains: ['gnosis', 'base'] }, { series: [...series, ...tvlSeries()] })
    expect(stateOf(input).series).toMatchObject([
      {
        spec: { key: LEND, of: { ids: ['tvl.line-usd:gnosis:LEND', 'tvl.line-usd:base:LEND'] } },
        values: ['2000000.000000000000000002', '2000000.000000000000000002'],
      },
    ])
    expect(layoutOf(input).caption).toContain('on Gnosis and Base')
  })

  it('of more than six parts names the largest and sums the rest exactly, unless one is asked for', () => {
    const chart = {
      ...chartOf('tvl'),
      series: () =>
        Array.from({ length: 9 }, (_, i) => ({
          key: `tvl.line-usd:all:P${i}`,
          name: { en: `Part ${i}`, 'zh-Hant': `部分 ${i}` },
          of: { kind: 'numbers', ids: [`tvl.line-usd:all:P${i}`] } as const,
          mark: 'area' as const,
          colour: 'c1' as const,
          class: 'onchain' as const,
          chain: 'all' as const,
          shown: true,
        })),
    }
    const series = Array.from(
      { length: 9 },
      (_, i): ChartSeries => ({
        id: `tvl.line-usd:all:P${i}`,
        class: 'onchain',
        methodVersion: 1,
        points: [AS_OF - DAY, AS_OF].map((t) => ({ t, value: `${9 - i}.000000000000000001`, status: 'ok' })),
      }),
    )
    const input = { ...inputOf('tvl'), chart, series }
    const model = layoutOf(input)
    expect(model.layers).toHaveLength(6)
    expect(model.labels.find(({ key }) => key === 'others')).toMatchObject({ name: '4 others', value: '$10.00' })
    expect(stateOf(input).series).toHaveLength(9)
    const opened = layoutOf({ ...inputOf('tvl', { add: ['tvl.line-usd:all:P8'] }), chart, series })
    expect(opened.labels.map(({ name }) => name)).toContain('Part 8')
  })
})
