import { describe, expect, it } from 'vitest'
import { buildState } from '@/lib/charts/state/build-state'
import type { ChartPoint } from '@/lib/charts/state/chart-data'
import { rowsOf } from '@/lib/charts/state/rows'
import { LEND, tvlState } from '../support/sample-layouts'
import { AS_OF, DAY, inputOf, MIDNIGHT, seriesFor } from '../support/sample-series'

const tiny = '1.000000000000000001'

describe('the state of a chart', () => {
  it('keeps every digit of every value, and of their sum', () => {
    const { series, caption } = tvlState((point) => ({ ...point, value: tiny }), {}, { range: '30d' })
    for (const { values } of series) expect(values.every((value) => value === tiny)).toBe(true)
    expect(caption('en')).toContain('$4')
    const of = { kind: 'numbers', ids: ['tvl.line-usd:gnosis:LEND', 'tvl.line-usd:base:LEND'] } as const
    const two = of.ids.map((id) => ({
      id,
      class: 'onchain' as const,
      methodVersion: 1,
      points: [{ t: AS_OF, value: tiny, status: 'ok' as const }],
    }))
    const { chart, view } = inputOf('tvl', { chains: ['gnosis', 'base'] })
    const summed = buildState(chart, view, { series: two, gaps: [], asOf: AS_OF })
    expect(summed.series[0]?.values).toEqual(['2.000000000000000002'])
  })

  it('carries block, hash, time and method of each point that one chain gave', () => {
    const { chart, view } = inputOf('rates')
    const id = 'savings.apy:ethereum:SUSDS'
    const read = { block: 7n, blockHash: '0xab', blockTime: AS_OF - 5, methodVersion: 3 }
    const points: ChartPoint[] = [{ t: AS_OF, value: '0.05', status: 'ok', ...read }]
    const state = buildState(chart, view, {
      series: [{ id, class: 'onchain', methodVersion: 3, points }],
      gaps: [],
      asOf: AS_OF,
    })
    const [first] = state.series
    expect(first && rowsOf(first, state)).toEqual([{ t: AS_OF, value: '0.05', status: 'ok', ...read, block: '7' }])
  })

  it('says why readings are missing by what the store has said, else by which series lack them', () => {
    const [from, to] = [MIDNIGHT - 20 * DAY, MIDNIGHT - 10 * DAY]
    const lost = (point: ChartPoint) =>
      point.t > from && point.t < to ? { ...point, value: null, status: 'failed' as const } : point
    const gaps = [{ chain: 'ethereum', from, to, reason: { code: 'no-archive' } }] as const
    expect(tvlState(lost, { gaps }).missing).toMatchObject([{ from, to, reason: { kind: 'stored', gap: gaps[0] } }])
    const only = (point: ChartPoint, id: string) => (id === LEND ? lost(point) : point)
    expect(tvlState(only).missing).toMatchObject([{ from, to, reason: { kind: 'unread', names: [{ en: 'Lend' }] } }])
  })

  it('is the same for the same input, and in no language', () => {
    const { chart, view } = inputOf('tvl')
    const data = { series: seriesFor('tvl'), gaps: [], asOf: AS_OF }
    const [{ caption, ...once }, { caption: again, ...twice }] = [
      buildState(chart, view, data),
      buildState(chart, view, data),
    ]
    expect(once).toEqual(twice)
    expect([caption('en'), caption('zh-Hant')]).toEqual([again('en'), again('zh-Hant')])
  })
})
