import { describe, expect, it } from 'vitest'
import type { ChartPoint, ChartSeries } from '@/lib/charts/state/chart-data'
import { LAUNCH } from '@/lib/math/spk-plan'
import { layer, mapPoints } from '../support/sample-layouts'
import {
  AS_OF,
  chartOf,
  DAY,
  inputOf,
  layoutOf,
  MIDNIGHT,
  rateSeries,
  spkSeries,
  stateOf,
} from '../support/sample-series'

describe('lines', () => {
  it('beyond six groups are drawn in grey and named in a note; what is asked for by name is not', () => {
    const model = layoutOf(inputOf('rates'))
    expect(model.layers.filter(({ unnamed }) => unnamed).map(({ key }) => key)).toEqual([
      'savings.apy:gnosis:SXDAI',
      'savings.apy:base:SUSDC',
      'savings.apy:ethereum:SUSDC',
    ])
    expect(model.notes[0]).toBe('In grey: sUSDC and Savings xDAI.')
    const asked = layoutOf(inputOf('rates', { add: ['savings.apy:gnosis:SXDAI'] }))
    expect(asked.layers.find(({ key }) => key === 'savings.apy:gnosis:SXDAI')?.unnamed).toBe(false)
  })

  it('of one product on several chains share a label while they agree, and part when they do not', () => {
    expect(layoutOf(inputOf('rates')).labels.map(({ name }) => name)).toContain('sUSDS, 5 chains')
    const series = mapPoints(rateSeries(), (p, id) =>
      id === 'savings.apy:base:SUSDS' && p.t === AS_OF ? { ...p, value: '0.043' } : p,
    )
    const names = layoutOf(inputOf('rates', {}, { series })).labels.map(({ name }) => name)
    expect(names).toContain('sUSDS, 4 chains')
    expect(names).toContain('sUSDS · Base')
  })

  it('that pay as much as the first are not said to pay less', () => {
    const level = (value: string) =>
      mapPoints(rateSeries(), (p, id) => ({
        ...p,
        value: id.startsWith('savings.apy:ethereum:SPUSDC') ? value : '0.04',
      }))
    const captionOf = (value: string) =>
      layoutOf(inputOf('rates', {}, { series: level(value) })).caption.replaceAll(/\s/g, ' ')
    expect(captionOf('0.04')).toBe('sUSDS pays 4.00 % APY; nothing shown here pays more.')
    expect(captionOf('0.040000001')).toBe('sUSDS pays 4.00 % APY; nothing shown here pays more.')
    expect(captionOf('0.05')).toBe('sUSDS pays 4.00 % APY; the highest shown is 5.00 %, on Spark USDC.')
  })

  it('begin with the same reserves on a chain that is not Ethereum', () => {
    const known = new Set(
      ['USDC', 'GNO'].flatMap((key) => ['ethereum', 'gnosis'].map((chain) => `lend.supply-apy:${chain}:${key}`)),
    )
    const shownOf = (chains: readonly ('ethereum' | 'gnosis')[]) =>
      chartOf('rates')
        .series({ known, mode: 'supply', chains })
        .flatMap(({ key, shown }) => (shown ? [key] : []))
    expect(shownOf([])).toEqual(['lend.supply-apy:ethereum:USDC'])
    expect(shownOf(['ethereum', 'gnosis'])).toEqual(['lend.supply-apy:ethereum:USDC'])
    expect(shownOf(['gnosis'])).toEqual(['lend.supply-apy:gnosis:USDC'])
  })

  it('of a filter keep to its chains', () => {
    const input = inputOf('rates', { chains: ['gnosis', 'base'] })
    const model = layoutOf(input)
    expect(stateOf(input).series.map(({ spec }) => spec.chain)).toEqual(['base', 'base', 'gnosis'])
    expect(model.labels.map(({ name }) => name)).toContain('sUSDS = sUSDC')
  })

  it('can be added from another mode, and say what they are', () => {
    const id = 'lend.borrow-apy:ethereum:USDC'
    const model = layoutOf(inputOf('rates', { add: [id] }))
    expect(model.labels.find(({ key }) => key === id)?.name).toBe('USDC borrow')
  })

  it('of 10,000 points touch at most four a pixel', () => {
    const points = Array.from(
      { length: 10_000 },
      (_, i): ChartPoint => ({
        t: MIDNIGHT - (10_000 - i) * 3_600,
        value: String(0.05 + ((i * 7919) % 997) / 1e5),
        status: 'ok',
      }),
    )
    const series = [{ id: 'savings.apy:ethereum:SUSDS', class: 'onchain', methodVersion: 1, points }] as const
    const input = inputOf('rates', { range: 'all' }, { series })
    const model = layoutOf(input)
    const run = layer(model, 'savings.apy:ethereum:SUSDS').runs[0] ?? []
    expect(run.length / 2).toBeLessThan(4 * (model.plot.right - model.plot.left + 1))
    expect(stateOf(input).instants).toHaveLength(10_000)
  })
})

describe('the vesting chart', () => {
  it('marks today, the cliff and the yanked stream, and hatches what no source settles', () => {
    const model = layoutOf(inputOf('spk-vesting'))
    expect(model.events.map(({ today }) => today)).toEqual([false, false, true])
    expect(model.events.map(({ t }) => t)).toEqual([Date.UTC(2026, 0, 15) / 1000, 1_781_683_200, AS_OF])
    expect(model.layers.filter(({ hatched }) => hatched).map(({ key }) => key)).toEqual(['plan-tail'])
    expect(model.classes).toEqual(['onchain', 'promise'])
    // it begins with what has been and the year to come
    expect(model.x).toMatchObject({ from: LAUNCH, to: AS_OF + 365 * DAY })
    expect(layoutOf(inputOf('spk-vesting', { range: 'all' })).x).toMatchObject({ from: LAUNCH, to: 2_065_507_200 })
    expect(layoutOf(inputOf('spk-vesting', { mode: 'yearly' })).x.to).toBe(2_065_507_200)
  })

  it('draws plans by their knots alone', () => {
    const model = layoutOf(inputOf('spk-vesting'))
    for (const { runs } of model.layers.filter(({ mark }) => mark === 'area'))
      expect((runs[0]?.length ?? 0) / 2).toBeLessThan(20)
  })

  it('without a total takes the exact sum of the streams', () => {
    const [stream, ...rest] = spkSeries()
    if (stream === undefined) throw new Error('no stream')
    const half = (id: string): ChartSeries => ({
      ...stream,
      id,
      points: stream.points.map((point) => ({ ...point, value: '0.000000000000000001' })),
    })
    const series = [
      half('spk.stream:ethereum:DSS_VEST.1'),
      half('spk.stream:ethereum:MCD_VEST_SPK_TREASURY.1'),
      ...rest,
    ]
    const state = stateOf(inputOf('spk-vesting', { mode: 'observed' }, { series }))
    expect(state.series.find(({ spec }) => spec.key === 'stream')?.values.at(-1)).toBe('0.000000000000000002')
  })

  it('never counts twice what an award paid into a farm and was claimed there', () => {
    const ids = ['DSS_VEST.1', 'MCD_VEST_SPK_TREASURY.1', 'USDS_SPK_FARM'].map((key) => `spk.claimed:ethereum:${key}`)
    const claimed = chartOf('spk-vesting').series({ known: new Set(ids), mode: 'observed' })
    expect(claimed.map(({ of }) => of.kind === 'numbers' && of.ids)).toEqual([[ids[0], ids[2]]])
  })

  it('still shows the plan where nothing was read', () => {
    const model = layoutOf(inputOf('spk-vesting', {}, { series: [] }))
    expect(model.layers).toHaveLength(5)
    expect(model.caption).toContain('is not known')
  })

  it('says nothing of what its reader hid', () => {
    const { caption } = layoutOf(inputOf('spk-vesting', { hide: ['distributed'] }))
    expect(caption).toMatch(/^The plan had released .* of the supply\)\.$/)
  })

  it('as bars shows whole years, each named', () => {
    const model = layoutOf(inputOf('spk-vesting', { mode: 'yearly', range: '90d' }))
    expect(model.x.ticks.map(({ label }) => label)).toEqual(['2026/27'])
    expect(layoutOf(inputOf('spk-vesting', { mode: 'yearly' })).x.ticks).toHaveLength(10)
  })
})
