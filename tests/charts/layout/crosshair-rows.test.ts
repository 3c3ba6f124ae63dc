import { describe, expect, it } from 'vitest'
import { crosshairRows } from '@/lib/charts/layout/crosshair-rows'
import type { ChartState } from '@/lib/charts/state/chart-state'
import { failed, LEND, mapPoints, tvlState } from '../support/sample-layouts'
import { inputOf, seriesFor, stateOf } from '../support/sample-series'

const lastRows = (state: ChartState) => crosshairRows(state, 'en')(state.instants.length - 1)
const said = (state: ChartState) => lastRows(state).map(({ head: { name }, value }) => `${name} ${value}`)

/** The chart of rates with every rate the same, or with each its own. */
const rates = (value: (i: number) => string) => {
  const series = seriesFor('rates').map((each, i) => ({
    ...each,
    points: each.points.map((point) => ({ ...point, value: value(i), status: 'ok' as const })),
  }))
  return stateOf(inputOf('rates', {}, { series }))
}

describe('the rows of a crosshair', () => {
  it('begin with the total of a stack, then have its parts as the eye reads them, in full digits', () => {
    expect(said(tvlState((point) => ({ ...point, value: '1234567.4' })))).toEqual([
      'Total $4,938,270',
      ...['Lend', 'Savings', 'Liquidity', 'RWA'].map((name) => `${name} $1,234,567`),
    ])
  })

  it('say no total where a part of it is not known', () => {
    const state = tvlState((point, id) => (id === LEND ? failed(point) : point), {}, { range: '30d' })
    expect(said(state).some((row) => row.startsWith('Total'))).toBe(false)
    const last = tvlState((point, id, i) => (id === LEND && i === 366 ? failed(point) : point))
    expect(said(last).slice(0, 2)).toEqual(['Total —', 'Lend —'])
  })

  it('name lines that read alike together, and never what is not known', () => {
    const [first, ...others] = said(rates(() => '0.0375'))
    expect(first).toMatch(/^sUSDS, 5 chains = Spark USDC = .* 3\.75\u00a0%$/)
    expect(others.length).toBeLessThan(3)
    const gone = mapPoints(seriesFor('rates'), (point) => (point.t > 1.79e9 ? failed(point) : point))
    expect(said(stateOf(inputOf('rates', {}, { series: gone }))).some((row) => row.includes(' = '))).toBe(false)
  })

  it('are eight at most: the last says how many others there are, and between which values', () => {
    const rows = said(rates((i) => `0.0${String(10 + i)}`))
    expect(rows).toHaveLength(8)
    expect(rows.at(-1)).toMatch(/^\d+ others \d\.\d\d\u00a0% – \d\.\d\d\u00a0%$/)
  })

  it('show in grey what the picture shows in grey', () => {
    const state = stateOf(inputOf('rates'))
    expect(state.unnamed.size).toBeGreaterThan(0)
    const names = new Set(state.lines.filter(({ spec }) => state.unnamed.has(spec.key)).map(({ spec }) => spec.group))
    const grey = lastRows(state).filter(({ head }) => head.colour === 'quiet')
    expect(grey.length).toBeGreaterThan(0)
    expect(grey.length).toBeLessThanOrEqual(names.size + 1)
  })
})
