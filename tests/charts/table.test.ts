import { describe, expect, it } from 'vitest'
import { charts } from '@/lib/charts/catalogue'
import { hoverOf, interactiveModel } from '@/lib/charts/layout/crosshair-readings'
import { buildModel } from '@/lib/charts/layout/layout-chart'
import { paintTable } from '@/lib/charts/render/table'
import { AS_OF, everyPicture, inputOf, narrow, tvlSeries } from './support/sample-series'

describe('the table', () => {
  it('has every instant, newest first, in full digits, with the blocks of its chains', () => {
    const model = buildModel(inputOf('tvl', { mode: 'chain', range: '30d' }))
    const table = paintTable(model)
    expect(table.rows).toHaveLength(model.data.instants.length)
    expect(table.rows[0]?.at).toBe(AS_OF)
    expect(table.head.map(({ name }) => name)).toEqual([
      'Time (UTC)',
      ...['Ethereum', 'Gnosis', 'Base', 'Arbitrum', 'OP', 'Unichain'].map((name) => `${name} (USD)`),
      ...['Ethereum', 'Gnosis', 'Base', 'Arbitrum', 'OP', 'Unichain'].map((name) => `${name} · block`),
    ])
    expect(table.rows[0]?.cells[1]).toMatch(/^\$\d,\d{3},\d{3},\d{3}$/)
    expect(table.rows[0]?.cells[7]).toMatch(/^\d\d\s\d{3}\s\d{3}$/)
    expect(paintTable(model, { most: 5 })).toMatchObject({ of: 32, rows: { length: 5 } })
  })

  it('says what is not known with a dash, never with 0', () => {
    const series = tvlSeries().map((each) => ({
      ...each,
      points: each.points.map((p, i) => (i === 360 ? { ...p, value: null, status: 'failed' as const } : p)),
    }))
    const table = paintTable(buildModel(inputOf('tvl', { range: '30d' }, { series })))
    expect(table.rows.some(({ cells }) => cells.slice(1).every((cell) => cell === '—'))).toBe(true)
  })

  it('of yearly bars names both ends', () => {
    const table = paintTable(buildModel(inputOf('spk-vesting', { mode: 'yearly' })))
    expect(table.rows).toHaveLength(10)
    expect(table.head.slice(0, 2).map(({ name }) => name)).toEqual(['From', 'To'])
  })

  it.each(everyPicture)('of $slug $mode $locale has a cell for each head', ({ slug, mode, locale, frame }) => {
    const table = paintTable(buildModel(inputOf(slug, { mode }, { locale, frame })))
    expect(table.rows.every(({ cells }) => cells.length === table.head.length)).toBe(true)
  })
})

describe('the crosshair', () => {
  it('says what stands at each place', () => {
    const model = buildModel(inputOf('tvl', { range: '30d' }))
    const hover = hoverOf(model)
    expect(hover.series.map(({ name }) => name)).toEqual(['RWA', 'Liquidity', 'Savings', 'Lend'])
    expect(hover.x.length).toBe(hover.values.length)
    expect(hover.x.every((x, i) => i === 0 || x - (hover.x[i - 1] ?? 0) >= 1.9)).toBe(true)
    expect(hover.values.at(-1)?.[3]).toBe(model.labels.find(({ name }) => name === 'Lend')?.value)
    expect(hover.time[0]).toMatch(/2026/)
  })

  it('is bounded by pixels, not by points', () => {
    expect(hoverOf(buildModel(inputOf('tvl', {}, { frame: narrow }))).x.length).toBeLessThan(170)
  })

  it('goes to the browser as plain data', () => {
    for (const { slug } of charts) {
      const model = interactiveModel(buildModel(inputOf(slug)))
      expect(JSON.parse(JSON.stringify(model))).toEqual(model)
    }
  })
})
