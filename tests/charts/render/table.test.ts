import { describe, expect, it } from 'vitest'
import { charts } from '@/lib/charts/catalogue'
import { crosshairReadings } from '@/lib/charts/layout/crosshair-readings'
import { renderDrawing } from '@/lib/charts/render/drawing'
import { tableOf } from '@/lib/charts/render/table'
import { formatUsdFull } from '@/lib/format/number'
import { AS_OF, everyPicture, inputOf, layoutOf, narrow, stateOf, tvlSeries } from '../support/sample-series'

describe('the table', () => {
  it('has every instant, newest first, in full digits, with the blocks of its chains', () => {
    const state = stateOf(inputOf('tvl', { mode: 'chain', range: '30d' }))
    const table = tableOf(state, 'en')
    expect(table.rows).toHaveLength(state.instants.length)
    expect(table.rows[0]?.at).toBe(AS_OF)
    expect(table.head.map(({ name }) => name)).toEqual([
      'Time (UTC)',
      ...['Ethereum', 'Gnosis', 'Base', 'Arbitrum', 'OP', 'Unichain'].map((name) => `${name} (USD)`),
      ...['Ethereum', 'Gnosis', 'Base', 'Arbitrum', 'OP', 'Unichain'].map((name) => `${name} · block`),
    ])
    expect(table.rows[0]?.cells[1]).toMatch(/^\$\d,\d{3},\d{3},\d{3}$/)
    expect(table.rows[0]?.cells[7]).toMatch(/^\d\d,\d{3},\d{3}$/)
    expect(tableOf(state, 'en', { most: 5 })).toMatchObject({ of: 32, rows: { length: 5 } })
  })

  it('says what is not known with a dash, never with 0', () => {
    const series = tvlSeries().map((each) => ({
      ...each,
      points: each.points.map((p, i) => (i === 360 ? { ...p, value: null, status: 'failed' as const } : p)),
    }))
    const table = tableOf(stateOf(inputOf('tvl', { range: '30d' }, { series })), 'en')
    expect(table.rows.some(({ cells }) => cells.slice(1).every((cell) => cell === '—'))).toBe(true)
  })

  it('of yearly bars names both ends', () => {
    const table = tableOf(stateOf(inputOf('spk-vesting', { mode: 'yearly' })), 'en')
    expect(table.rows).toHaveLength(10)
    expect(table.head.slice(0, 2).map(({ name }) => name)).toEqual(['From', 'To'])
  })

  it.each(everyPicture)('of $slug $mode $locale has a cell for each head', ({ slug, mode, locale, size }) => {
    const table = tableOf(stateOf(inputOf(slug, { mode }, { locale, size })), locale)
    expect(table.rows.every(({ cells }) => cells.length === table.head.length)).toBe(true)
  })
})

describe('the crosshair', () => {
  it('says what stands at each place', () => {
    const input = inputOf('tvl', { range: '30d' })
    const layout = layoutOf(input)
    const readings = crosshairReadings(stateOf(input), layout, 'en')
    expect(readings.heads.map(({ name }) => name)).toEqual(['Total', 'Lend', 'Savings', 'Liquidity', 'RWA'])
    expect(readings.x.length).toBe(readings.rows.length)
    expect(readings.x.every((x, i) => i === 0 || x - (readings.x[i - 1] ?? 0) >= 1.9)).toBe(true)
    const lend = stateOf(input).series.find(({ spec }) => spec.name.en === 'Lend')
    expect(readings.rows.at(-1)?.[1]).toEqual([1, formatUsdFull(lend?.values.at(-1), 'en', { decimals: 0 })])
    expect(readings.time[0]).toMatch(/2026/)
  })

  it('is bounded by pixels, not by points', () => {
    const input = inputOf('tvl', {}, { size: narrow })
    expect(crosshairReadings(stateOf(input), layoutOf(input), 'en').x.length).toBeLessThan(170)
  })

  it('goes to the browser as plain data', () => {
    for (const { slug } of charts) {
      const input = inputOf(slug)
      const drawing = renderDrawing(stateOf(input), layoutOf(input), 'en')
      expect(JSON.parse(JSON.stringify(drawing))).toEqual(drawing)
    }
  })
})
