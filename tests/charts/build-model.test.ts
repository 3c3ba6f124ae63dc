import { describe, expect, it } from 'vitest'
import { charts } from '@/lib/charts'
import { buildModel } from '@/lib/charts/build-model'
import { frames } from '@/lib/charts/frames'
import type { ModelInput, ModelPoint, ModelSeries } from '@/lib/charts/model'
import { textWidth } from '@/lib/charts/text-width'
import { defaultView } from '@/lib/view/chart-view'
import {
  AS_OF,
  chartOf,
  DAY,
  inputOf,
  MIDNIGHT,
  narrow,
  rateSeries,
  seriesFor,
  spkSeries,
  tvlSeries,
  wide,
} from './support/sample-series'

const mapPoints = (
  series: readonly ModelSeries[],
  change: (point: ModelPoint, id: string, i: number) => ModelPoint | null,
): readonly ModelSeries[] =>
  series.map((each) => ({
    ...each,
    points: each.points.flatMap((point, i) => {
      const changed = change(point, each.id, i)
      return changed === null ? [] : [changed]
    }),
  }))

const failed = (point: ModelPoint): ModelPoint => ({ ...point, value: null, status: 'failed' })
const tvl = (change: Parameters<typeof mapPoints>[1], rest: Partial<ModelInput> = {}, view = {}) =>
  buildModel(inputOf('tvl', view, { series: mapPoints(tvlSeries(), change), ...rest }))

const layer = (model: ReturnType<typeof buildModel>, key: string) => {
  const found = model.layers.find((each) => each.key === key)
  if (found === undefined) throw new Error(`no layer ${key}`)
  return found
}
const LEND = 'tvl.line-usd:all:LEND'
const RWA = 'tvl.line-usd:all:RWA'

describe('every chart, mode, scale, language and frame', () => {
  const cases = charts.flatMap((chart) =>
    chart.view.modes.flatMap((mode) =>
      chart.view.scales.flatMap((scale) =>
        chart.view.ranges.flatMap((range) =>
          (['en', 'zh-Hant'] as const).flatMap((locale) =>
            [wide, frames.column, narrow].map((frame) => ({ chart, mode, scale, range, locale, frame })),
          ),
        ),
      ),
    ),
  )

  it.each(cases)(
    '$chart.slug $mode $scale $range $locale $frame.width is whole',
    ({ chart, mode, scale, range, locale, frame }) => {
      const view = { ...defaultView(chart), mode, scale, range }
      const model = buildModel({ chart, view, series: seriesFor(chart.slug), gaps: [], asOf: AS_OF, locale, frame })
      expect(/NaN|undefined|Infinity/.exec(JSON.stringify(model))).toBeNull()
      expect(model.layers.length).toBeGreaterThan(0)
      expect(model.empty).toBeNull()
      expect(model.caption.length).toBeGreaterThan(10)
      expect(model.caption).not.toMatch(/NaN|undefined|null|—/)
      expect(locale === 'zh-Hant').toBe(/[一-鿿]/.test(model.caption))
      const { plot } = model
      expect(plot.bottom - plot.top).toBeGreaterThan(frame.height / 3)
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
        expect(anchor === 'end' ? x - width >= 0 && x <= frame.width : x >= 0 && x + width <= frame.width + 1).toBe(
          true,
        )
      }
      for (const item of model.legend) expect(item.y).toBeLessThanOrEqual(frame.height)
      for (const tick of model.x.ticks) expect(tick.at >= plot.left - 0.1 && tick.at <= plot.right + 0.1).toBe(true)
      const again = buildModel({ chart, view, series: seriesFor(chart.slug), gaps: [], asOf: AS_OF, locale, frame })
      expect(JSON.stringify(again) === JSON.stringify(model)).toBe(true)
    },
  )
})

describe('a stack', () => {
  it('adds up: the highest edge is the total, shares fill the whole height', () => {
    const model = buildModel(inputOf('tvl', { range: '90d' }))
    const top = layer(model, LEND).runs[0] ?? []
    const total = tvlSeries().reduce((sum, { points }) => sum + Number(points.at(-1)?.value), 0)
    const scale = (model.plot.bottom - model.plot.top) / model.y.max
    expect(model.plot.bottom - (top.at(-1) ?? 0)).toBeCloseTo(total * scale, 1)
    const shares = buildModel(inputOf('tvl', { range: '90d', scale: 'share' }))
    expect(shares.y.ticks.map(({ label }) => label.replace('\u00a0', ' '))).toEqual(['0', '25', '50', '75', '100 %'])
    for (const y of (layer(shares, LEND).runs[0] ?? []).filter((_, i) => i % 2 === 1))
      expect(y).toBeCloseTo(shares.plot.top, 5)
  })

  it('stands from zero, and says its total once', () => {
    const model = buildModel(inputOf('tvl'))
    expect(model.y.zero).toBeCloseTo(model.plot.bottom, 1)
    expect(model.labels.filter(({ key }) => key === 'total')).toHaveLength(1)
  })

  it('is torn where a part failed: a partial sum is never drawn as a total', () => {
    const from = MIDNIGHT - 30 * DAY
    const to = MIDNIGHT - 24 * DAY
    const model = tvl(
      (point, id) => (id === RWA && point.t > from && point.t < to ? failed(point) : point),
      {},
      { range: '90d' },
    )
    expect(model.gaps).toMatchObject([{ from, to, reason: 'RWA could not be read', partial: false }])
    for (const each of model.layers) expect(each.runs).toHaveLength(2)
    expect(model.notes[0]).toContain('RWA could not be read')
    expect(model.data.columns.find(({ key }) => key === LEND)?.values.every((value) => value !== null)).toBe(true)
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

  it('piles what is negative below zero', () => {
    const model = tvl((point, id) => (id.endsWith('LIQUIDITY') ? { ...point, value: '-1500000000' } : point))
    expect(model.y.min).toBeLessThan(-1.4e9)
    expect(model.y.zero).toBeLessThan(model.plot.bottom)
    expect(layer(model, 'tvl.line-usd:all:LIQUIDITY').d).toContain('M')
    expect(model.y.ticks.some(({ label }) => label.startsWith('−'))).toBe(true)
  })

  it('of chosen chains is the exact sum of theirs, under the same names', () => {
    const one = (id: string, value: string): ModelSeries => ({
      id,
      class: 'onchain',
      methodVersion: 1,
      points: [AS_OF - DAY, AS_OF].map((t) => ({ t, value, status: 'ok', block: 7n })),
    })
    const series = ['base', 'gnosis', 'unichain'].map((chain) =>
      one(`tvl.line-usd:${chain}:LEND`, '1000000.000000000000000001'),
    )
    const model = buildModel(inputOf('tvl', { chains: ['gnosis', 'base'] }, { series: [...series, ...tvlSeries()] }))
    expect(model.data.columns).toMatchObject([
      {
        key: LEND,
        numbers: ['tvl.line-usd:gnosis:LEND', 'tvl.line-usd:base:LEND'],
        values: ['2000000.000000000000000002', '2000000.000000000000000002'],
      },
    ])
    expect(model.caption).toContain('on Gnosis and Base')
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
      (_, i): ModelSeries => ({
        id: `tvl.line-usd:all:P${i}`,
        class: 'onchain',
        methodVersion: 1,
        points: [AS_OF - DAY, AS_OF].map((t) => ({ t, value: `${9 - i}.000000000000000001`, status: 'ok' })),
      }),
    )
    const model = buildModel({ ...inputOf('tvl'), chart, series })
    expect(model.layers).toHaveLength(6)
    expect(model.labels.find(({ key }) => key === 'others')).toMatchObject({ name: '4 others', value: '$10.00' })
    expect(model.data.columns).toHaveLength(9)
    const opened = buildModel({ ...inputOf('tvl', { add: ['tvl.line-usd:all:P8'] }), chart, series })
    expect(opened.labels.map(({ name }) => name)).toContain('Part 8')
  })
})

describe('a chart with little to show', () => {
  it('of one reading is a slim column, labelled, and says that a line begins with the second', () => {
    const model = tvl((point) => (point.t === AS_OF ? point : null))
    expect(layer(model, LEND).d).toMatch(/^M/)
    expect(model.notes[0]).toContain('One reading so far')
    expect(model.x.to - model.x.from).toBe(DAY)
    const rates = buildModel(
      inputOf('rates', {}, { series: mapPoints(rateSeries(), (p) => (p.t === AS_OF ? p : null)) }),
    )
    expect(rates.layers.every(({ d, dots }) => d === '' && dots.length === 1)).toBe(true)
  })

  it('of none says that nothing is stored yet', () => {
    for (const locale of ['en', 'zh-Hant'] as const) {
      const model = tvl(() => null, { locale })
      expect(model.layers).toEqual([])
      expect(model.empty).toBe(
        locale === 'en'
          ? 'Nothing is stored yet. The first reading appears here.'
          : '尚無儲存的資料，第一筆讀數將顯示於此。',
      )
      expect(model.caption).toMatch(/not known yet|尚未得知/)
    }
    const asked = tvl(() => null, {}, { range: { from: MIDNIGHT - 10 * DAY, to: MIDNIGHT } })
    expect(asked.empty).toBe('Nothing is stored for these days.')
  })

  it('that is all gap is hatched all over and names the cause', () => {
    const model = tvl(failed, {
      gaps: [{ chain: 'ethereum', from: 0, to: AS_OF, reason: 'The node keeps no archive.' }],
    })
    expect(model.empty).toBe('Nothing could be read in this span.')
    expect(model.gaps).toHaveLength(1)
    expect(model.gaps[0]).toMatchObject({
      x0: model.plot.left,
      x1: model.plot.right,
      reason: 'The node keeps no archive',
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
    expect(buildModel(inputOf('tvl', { hide })).empty).toBe('Every series is hidden.')
  })

  it('that is constant stands inside its scale', () => {
    const model = buildModel(
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
    const huge = (point: ModelPoint, _: string, i: number) => ({ ...point, value: `${10n ** BigInt(i % 15)}` })
    for (const scale of ['linear', 'log'] as const) {
      const { y } = tvl(huge, {}, { scale })
      expect(y.ticks.every(({ label }) => label.length <= 8)).toBe(true)
      expect(y.ticks.length).toBeLessThanOrEqual(9)
    }
  })

  it('on a logarithmic scale leaves out 0 and below, and says so', () => {
    const model = buildModel(inputOf('tvl', { scale: 'log' }))
    expect(model.y.zero).toBeNull()
    expect(model.notes.join(' ')).toContain('no place for 0')
    expect(tvl((point) => ({ ...point, value: '-5' }), {}, { scale: 'log' }).empty).toContain('no place for 0')
  })
})

describe('gaps', () => {
  it('without any stored instant tear the lines and carry the store’s reason in the reader’s language', () => {
    const [from, to] = [MIDNIGHT - 70 * DAY, MIDNIGHT - 50 * DAY]
    const gaps = [{ chain: 'ethereum', from, to, reason: 'The node keeps no archive.' }] as const
    for (const [locale, reason] of [
      ['en', 'The node keeps no archive'],
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
    const model = buildModel(inputOf('rates', { range: '90d' }, { series }))
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

describe('lines', () => {
  it('beyond six groups are drawn in grey and named in a note; what is asked for by name is not', () => {
    const model = buildModel(inputOf('rates'))
    expect(model.layers.filter(({ quiet }) => quiet).map(({ key }) => key)).toEqual([
      'savings.apy:gnosis:SXDAI',
      'savings.apy:base:SUSDC',
      'savings.apy:ethereum:SUSDC',
    ])
    expect(model.notes[0]).toBe('In grey: sUSDC and Savings xDAI.')
    const asked = buildModel(inputOf('rates', { add: ['savings.apy:gnosis:SXDAI'] }))
    expect(asked.layers.find(({ key }) => key === 'savings.apy:gnosis:SXDAI')?.quiet).toBe(false)
  })

  it('of one product on several chains share a label while they agree, and part when they do not', () => {
    expect(buildModel(inputOf('rates')).labels.map(({ name }) => name)).toContain('sUSDS, 5 chains')
    const series = mapPoints(rateSeries(), (p, id) =>
      id === 'savings.apy:base:SUSDS' && p.t === AS_OF ? { ...p, value: '0.043' } : p,
    )
    const names = buildModel(inputOf('rates', {}, { series })).labels.map(({ name }) => name)
    expect(names).toContain('sUSDS, 4 chains')
    expect(names).toContain('sUSDS · Base')
  })

  it('of a filter keep to its chains', () => {
    const model = buildModel(inputOf('rates', { chains: ['gnosis', 'base'] }))
    expect(model.data.columns.map(({ chain }) => chain)).toEqual(['base', 'base', 'gnosis'])
    expect(model.labels.map(({ name }) => name)).toContain('sUSDS')
  })

  it('can be added from another mode, and say what they are', () => {
    const id = 'lend.borrow-apy:ethereum:USDC'
    const model = buildModel(inputOf('rates', { add: [id] }))
    expect(model.labels.find(({ key }) => key === id)?.name).toBe('USDC borrow')
  })

  it('of 10,000 points touch at most four a pixel', () => {
    const points = Array.from(
      { length: 10_000 },
      (_, i): ModelPoint => ({
        t: MIDNIGHT - (10_000 - i) * 3_600,
        value: String(0.05 + ((i * 7919) % 997) / 1e5),
        status: 'ok',
      }),
    )
    const series = [{ id: 'savings.apy:ethereum:SUSDS', class: 'onchain', methodVersion: 1, points }] as const
    const model = buildModel(inputOf('rates', { range: 'all' }, { series }))
    const run = layer(model, 'savings.apy:ethereum:SUSDS').runs[0] ?? []
    expect(run.length / 2).toBeLessThan(4 * (model.plot.right - model.plot.left + 1))
    expect(model.data.instants).toHaveLength(10_000)
  })
})

describe('the vesting chart', () => {
  it('marks today, the cliff and the yanked stream, and hatches what no source settles', () => {
    const model = buildModel(inputOf('spk-vesting'))
    expect(model.events.map(({ today }) => today)).toEqual([false, false, true])
    expect(model.events.map(({ t }) => t)).toEqual([Date.UTC(2026, 0, 15) / 1000, 1_781_683_200, AS_OF])
    expect(model.layers.filter(({ hatched }) => hatched).map(({ key }) => key)).toEqual(['plan-tail'])
    expect(model.classes).toEqual(['onchain', 'promise'])
    expect(model.x.to).toBe(2_065_507_200)
  })

  it('draws plans by their knots alone', () => {
    const model = buildModel(inputOf('spk-vesting'))
    for (const { runs } of model.layers.filter(({ mark }) => mark === 'area'))
      expect((runs[0]?.length ?? 0) / 2).toBeLessThan(20)
  })

  it('without a total takes the exact sum of the streams', () => {
    const [stream, ...rest] = spkSeries()
    if (stream === undefined) throw new Error('no stream')
    const half = (id: string): ModelSeries => ({
      ...stream,
      id,
      points: stream.points.map((point) => ({ ...point, value: '0.000000000000000001' })),
    })
    const series = [
      half('spk.stream:ethereum:DSS_VEST.1'),
      half('spk.stream:ethereum:MCD_VEST_SPK_TREASURY.1'),
      ...rest,
    ]
    const model = buildModel(inputOf('spk-vesting', { mode: 'observed' }, { series }))
    expect(model.data.columns.find(({ key }) => key === 'stream')?.values.at(-1)).toBe('0.000000000000000002')
  })

  it('never counts twice what an award paid into a farm and was claimed there', () => {
    const ids = ['DSS_VEST.1', 'MCD_VEST_SPK_TREASURY.1', 'USDS_SPK_FARM'].map((key) => `spk.claimed:ethereum:${key}`)
    const claimed = chartOf('spk-vesting').series({ known: new Set(ids), mode: 'observed' })
    expect(claimed.map(({ of }) => of.kind === 'numbers' && of.ids)).toEqual([[ids[0], ids[2]]])
  })

  it('still shows the plan where nothing was read', () => {
    const model = buildModel(inputOf('spk-vesting', {}, { series: [] }))
    expect(model.layers).toHaveLength(5)
    expect(model.caption).toContain('is not known')
  })

  it('as bars shows whole years, each named', () => {
    const model = buildModel(inputOf('spk-vesting', { mode: 'yearly', range: '90d' }))
    expect(model.x.ticks.map(({ label }) => label)).toEqual(['2026/27'])
    expect(buildModel(inputOf('spk-vesting', { mode: 'yearly' })).x.ticks).toHaveLength(10)
  })
})

describe('words', () => {
  it('make a caption of the newest numbers, in both languages', () => {
    const day = (t: number): ModelPoint[] => [{ t, value: '1000000000', status: 'ok' }]
    const series = tvlSeries().map((each) => ({
      ...each,
      points: [
        ...day(AS_OF - 30 * DAY),
        { t: AS_OF, value: each.id === LEND ? '2000000000' : '1000000000', status: 'ok' as const },
      ],
    }))
    const say = (locale: 'en' | 'zh-Hant') =>
      buildModel(inputOf('tvl', {}, { series, locale })).caption.replaceAll('\u00a0', ' ')
    expect(say('en')).toBe(
      'Spark holds $5 billion, 25.0 % more than 30 days ago: 40 % in Lend, 20 % in RWA, 20 % in Liquidity.',
    )
    expect(say('zh-Hant')).toBe(
      'Spark 共持有 50 億美元，較 30 天前增加 25.0 %：借貸占 40 %、代幣化國債占 20 %、流動性層占 20 %。',
    )
  })

  it('are those of a pinned moment, not of the clock', () => {
    const asOf = MIDNIGHT - 100 * DAY
    const pin = { from: MIDNIGHT - 200 * DAY, to: asOf }
    const model = buildModel(inputOf('tvl', { pin, range: 'all' }, { asOf }))
    expect([model.x.from, model.x.to]).toEqual([pin.from, pin.to])
    expect(model.asOf.t).toBe(asOf)
    expect(model.data.instants.at(-1)).toBe(asOf)
  })

  it('name a stale value and missing chains', () => {
    const model = tvl((point, id) =>
      point.t === AS_OF && id === LEND ? { ...point, status: 'stale', parts: { have: 5, of: 6 } } : point,
    )
    expect(model.notes).toContain('5 of 6 chains')
    expect(model.notes.join(' ')).toContain('Lend: the newest value is an older one')
  })
})
