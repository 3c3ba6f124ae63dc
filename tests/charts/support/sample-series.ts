import { charts } from '@/lib/charts/catalogue'
import type { Chart } from '@/lib/charts/define/define-chart'
import type { ChartLayout, Size } from '@/lib/charts/layout/chart-layout'
import { layoutChart } from '@/lib/charts/layout/layout-chart'
import { defaultView, type View } from '@/lib/charts/query/view'
import { buildState } from '@/lib/charts/state/build-state'
import type { ChartData, ChartPoint, ChartSeries } from '@/lib/charts/state/chart-data'
import type { ChartState } from '@/lib/charts/state/chart-state'
import type { Locale } from '@/lib/format/locale'

export const DAY = 86_400
/** 2026-11-20 09:41 UTC. */
export const AS_OF = Date.UTC(2026, 10, 20, 9, 41) / 1000
export const MIDNIGHT = Date.UTC(2026, 10, 20) / 1000

/** Deterministic noise in (−1, 1): a small congruential generator. */
export const noise = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 31 - 1
  }
}

export type Shape = { readonly id: string; readonly at: (day: number) => number | null; readonly places?: number }

/** Daily points of the last `days` midnights, and the newest one; null is a failed read. */
export const seriesOf = ({ id, at, places = 6 }: Shape, days: number): ChartSeries => {
  const points = Array.from({ length: days + 2 }, (_, i): ChartPoint => {
    const t = i <= days ? MIDNIGHT - (days - i) * DAY : AS_OF
    const value = at(i)
    return {
      t,
      value: value === null ? null : value.toFixed(places),
      status: value === null ? 'failed' : 'ok',
      block: id.includes(':all:') ? null : BigInt(20_000_000 + i * 7_200),
    }
  })
  return { id, class: 'onchain', methodVersion: 1, points }
}

const drift = (seed: number, from: number, to: number, days: number, wobble: number) => {
  const random = noise(seed)
  let wander = 0
  const path = Array.from({ length: days + 2 }, (_, i) => {
    wander = wander * 0.94 + random() * wobble
    return (from + ((to - from) * i) / days) * (1 + wander)
  })
  return (day: number) => path[day] ?? to
}

const steps =
  (levels: readonly (readonly [day: number, rate: number])[], shift = 0) =>
  (day: number) =>
    levels.filter(([from]) => from + shift <= day).at(-1)?.[1] ?? levels[0]?.[1] ?? 0

export const tvlSeries = (days = 365): readonly ChartSeries[] => {
  const rwa = drift(3, 0.4e9, 2.4e9, days, 0.006)
  return [
    seriesOf({ id: 'tvl.line-usd:all:LEND', at: drift(1, 3.3e9, 5.02e9, days, 0.012), places: 8 }, days),
    seriesOf({ id: 'tvl.line-usd:all:LIQUIDITY', at: drift(2, 0.3e9, 0.41e9, days, 0.03), places: 8 }, days),
    seriesOf({ id: 'tvl.line-usd:all:RWA', at: (day) => (day < days * 0.3 ? 0 : rwa(day)), places: 8 }, days),
    seriesOf({ id: 'tvl.line-usd:all:SAVINGS', at: drift(4, 0.02e9, 0.07e9, days, 0.05), places: 8 }, days),
  ]
}

export const chainSeries = (days = 365): readonly ChartSeries[] =>
  [
    ['ethereum', 4.6e9, 7.1e9],
    ['gnosis', 0.02e9, 0.03e9],
    ['base', 0.1e9, 0.38e9],
    ['arbitrum', 0.08e9, 0.19e9],
    ['optimism', 0.03e9, 0.08e9],
    ['unichain', 0.02e9, 0.12e9],
  ].map(([chain, from, to], i) =>
    seriesOf(
      { id: `tvl.total-usd:${chain}:TOTAL`, at: drift(20 + i, Number(from), Number(to), days, 0.01), places: 8 },
      days,
    ),
  )

export const rateSeries = (days = 365): readonly ChartSeries[] => {
  const ssr = [
    [0, 0.045],
    [60, 0.0475],
    [150, 0.0425],
    [280, 0.04],
  ] as const
  const random = noise(9)
  const lend = (key: string, level: number, side: 'supply' | 'borrow') =>
    seriesOf({ id: `lend.${side}-apy:ethereum:${key}`, at: () => level + random() * 0.004, places: 12 }, days)
  return [
    ...['ethereum', 'base', 'arbitrum', 'optimism', 'unichain'].map((chain, i) =>
      seriesOf({ id: `savings.apy:${chain}:SUSDS`, at: steps(ssr, i === 0 ? 0 : 2 + i), places: 12 }, days),
    ),
    seriesOf(
      {
        id: 'savings.apy:ethereum:SDAI',
        at: steps([
          [0, 0.0225],
          [150, 0.0125],
        ]),
        places: 12,
      },
      days,
    ),
    seriesOf(
      {
        id: 'savings.apy:gnosis:SXDAI',
        at: steps([
          [0, 0.031],
          [100, 0.0272],
          [220, 0.019],
        ]),
        places: 12,
      },
      days,
    ),
    ...['ethereum', 'base'].map((chain) =>
      seriesOf({ id: `savings.apy:${chain}:SUSDC`, at: steps(ssr), places: 12 }, days),
    ),
    seriesOf(
      {
        id: 'savings.apy:ethereum:SPUSDC',
        at: steps([
          [0, 0.0475],
          [90, 0.0525],
          [200, 0.0455],
        ]),
        places: 12,
      },
      days,
    ),
    ...['ethereum', 'arbitrum'].map((chain) =>
      seriesOf(
        {
          id: `savings.apy:${chain}:SPUSDT`,
          at: steps([
            [0, 0.051],
            [120, 0.0585],
            [240, 0.0502],
          ]),
          places: 12,
        },
        days,
      ),
    ),
    seriesOf(
      {
        id: 'savings.apy:ethereum:SPETH',
        at: steps([
          [0, 0.021],
          [200, 0.0235],
        ]),
        places: 12,
      },
      days,
    ),
    seriesOf(
      {
        id: 'savings.apy:ethereum:SPPYUSD',
        at: steps([
          [0, 0.0375],
          [180, 0.0425],
          [300, 0.0355],
        ]),
        places: 12,
      },
      days,
    ),
    ...(['supply', 'borrow'] as const).flatMap((side) =>
      [
        ['USDC', 0.046],
        ['USDT', 0.0505],
        ['USDS', 0.053],
        ['WETH', 0.021],
        ['DAI', 0.0535],
        ['PYUSD', 0.044],
        ['CBBTC', 0.003],
      ].map(([key, level]) => lend(String(key), Number(level) * (side === 'supply' ? 0.82 : 1.15), side)),
    ),
  ]
}

export const spkSeries = (days = 521): readonly ChartSeries[] => {
  const stream = (day: number) =>
    Math.min(day, 212) * 1.335e6 + day * 3.116e6 + (day > 365 ? 300e6 + (day - 365) * 0.82e6 : 0)
  const weekly = (day: number) => Math.floor(day / 7) * 7
  return [
    seriesOf({ id: 'spk.stream:ethereum:TOTAL', at: stream, places: 18 }, days),
    seriesOf({ id: 'spk.distributed:ethereum:TOTAL', at: (day) => stream(weekly(day)) * 0.93, places: 18 }, days),
    seriesOf({ id: 'spk.claimed:ethereum:TOTAL', at: (day) => stream(weekly(day)) * 0.7, places: 18 }, days),
  ]
}

const sample = (slug: string): readonly ChartSeries[] =>
  slug === 'tvl' ? [...tvlSeries(), ...chainSeries()] : slug === 'rates' ? rateSeries() : spkSeries()

const samples = new Map<string, readonly ChartSeries[]>()

/** Everything a chart draws in any of its modes. */
export const seriesFor = (slug: string): readonly ChartSeries[] => {
  const held = samples.get(slug) ?? sample(slug)
  samples.set(slug, held)
  return held
}

export const wide: Size = { width: 1128, height: 340, narrow: false }
export const narrow: Size = { width: 328, height: 360, narrow: true }

export const chartOf = (slug: string): Chart => {
  const chart = charts.find((each) => each.slug === slug)
  if (chart === undefined) throw new Error(`no chart ${slug}`)
  return chart
}

export type ChartInput = ChartData & {
  readonly chart: Chart
  readonly view: View
  readonly locale: Locale
  readonly size: Size
}

export const inputOf = (slug: string, view: Partial<View> = {}, rest: Partial<ChartInput> = {}): ChartInput => {
  const chart = chartOf(slug)
  return {
    chart,
    view: { ...defaultView(chart), ...view },
    series: seriesFor(slug),
    gaps: [],
    asOf: AS_OF,
    locale: 'en',
    size: wide,
    ...rest,
  }
}

export const stateOf = ({ chart, view, locale: _, size: __, ...data }: ChartInput): ChartState =>
  buildState(chart, view, data)

export const layoutOf = (input: ChartInput): ChartLayout => layoutChart(stateOf(input), input.size, input.locale)

/** Every chart in each of its modes, languages and sizes. */
export const everyPicture = charts.flatMap(({ slug, view }) =>
  view.modes.flatMap((mode) =>
    (['en', 'zh-Hant'] as const).flatMap((locale) => [wide, narrow].map((size) => ({ slug, mode, locale, size }))),
  ),
)
