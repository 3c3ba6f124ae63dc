import { gzipSync } from 'node:zlib'
import { seriesCsv, seriesJson } from '@/lib/api/series'
import { samplePoints } from '@/lib/api/series-sample'
import { renderSvg } from '@/lib/charts/render/svg'
import type { ChartSeries } from '@/lib/charts/state/chart-data'
import type { SeriesPoint } from '@/lib/store/types'
import { type ChartInput, inputOf, layoutOf, noise, tvlSeries, wide } from '../charts/support/sample-series'
import { echartsPainter } from './echarts-peer'
import { interleave, milliseconds, ratioOf, type Work, work } from './interleave'
import { kilobytes, type Row, type Section, say, times } from './table'

const turns = { rounds: 15, runsARound: 12, warmUps: 60 }
const points = 10_000
const mostBytes = 0.35
/** Against ECharts. */
const [faster, mostSvg] = [8, 0.8]
const HOUR = 3_600

/** The least there is: one path through 365 points, no axis, no word. */
const barePath = (values: readonly number[]) => () => {
  let d = ''
  for (let i = 0; i < values.length; i++)
    d += `${i === 0 ? 'M' : 'L'}${((i * wide.width) / values.length).toFixed(1)} ${((values[i] ?? 0) / 2e7).toFixed(1)}`
  return `<svg viewBox="0 0 ${wide.width} ${wide.height}"><path d="${d}"/></svg>`
}

const oneArea = (): ChartInput => inputOf('tvl', {}, { series: tvlSeries().slice(0, 1) })

/** Those that ECharts paints as well name what it paints. */
const charts: readonly (readonly [name: string, input: () => ChartInput, peer?: readonly ChartSeries[]])[] = [
  ['One area, 365 points', oneArea, tvlSeries().slice(0, 1)],
  ['tvl, 4 lines stacked', () => inputOf('tvl'), tvlSeries()],
  ['tvl by chain, 6 stacked', () => inputOf('tvl', { mode: 'chain' })],
  ['rates, its default series', () => inputOf('rates')],
  ['spk-vesting', () => inputOf('spk-vesting')],
]

const paintingSection = async (): Promise<Section> => {
  say('Painting charts…')
  const [first] = tvlSeries()
  const bare = barePath((first?.points ?? []).map(({ value }) => Number(value)))
  const floor = work(bare)
  const bareBytes = gzipSync(bare()).length
  const painters = charts.map(([name, input, drawn]) => {
    const given = input()
    const paint = () => renderSvg(layoutOf(given), { theme: 'auto', fontMode: 'web' })
    const paintPeer = drawn && echartsPainter(drawn, wide)
    const peer = paintPeer && { painting: work(paintPeer), bytes: gzipSync(paintPeer()).length }
    return { name, svg: paint(), painting: work(paint), peer }
  })
  const works = painters.flatMap(({ painting, peer }): Work[] => (peer ? [painting, peer.painting] : [painting]))
  await interleave([floor, ...works], turns)
  return {
    title: '10 · A chart on the server: state built, laid out, SVG written',
    rows: painters.map(({ name, svg, painting, peer }): Row => {
      const bytes = gzipSync(svg).length
      const what = {
        what: name,
        ours: `${milliseconds(painting)}, ${kilobytes(svg.length)}, ${kilobytes(bytes)} gzip`,
        floor: `a bare path ${milliseconds(floor)}, ${kilobytes(bareBytes)} gzip`,
      }
      const overBare = `${ratioOf(painting, floor).toFixed(1)}× the bare path`
      if (!peer) return { ...what, ratio: overBare }
      const [speed, size] = [ratioOf(peer.painting, painting), bytes / peer.bytes]
      return {
        ...what,
        peer: `ECharts ${milliseconds(peer.painting)}, ${kilobytes(peer.bytes)} gzip`,
        ratio: `${speed.toFixed(1)}× faster, ${times(size)} the bytes; ${overBare}`,
        goal: `≥ ${faster}× faster, ≤ ${mostSvg}× the bytes`,
        met: speed >= faster && size <= mostSvg,
      }
    }),
    notes: [
      `Medians of ${turns.rounds} rounds in turns. The bare path is one line of one series without axis, word or gap: no chart.`,
      'ECharts paints the same points in the same frame by its server-side rendering, with a title, a legend and axes. recharts 3 paints nothing on a server. The other charts have no peer here: steps, hatched gaps, bands and marks are not the same work elsewhere.',
    ],
  }
}

/** Hourly points of one number, each with block and hash, as the store answers them. */
const storedPoints = (): readonly SeriesPoint[] => {
  const random = noise(11)
  const word = () => Math.floor((random() + 1) * 2 ** 31)
  let value = 5e9
  return Array.from({ length: points }, (_, i) => {
    value *= 1 + random() * 0.001
    const t = Date.UTC(2025, 0, 1) / 1000 + i * HOUR
    const hash = Array.from({ length: 8 }, () => word().toString(16).padStart(8, '0')).join('')
    return {
      number: 'lend.supplied-usd:ethereum:USDC',
      t,
      value: value.toFixed(8),
      status: 'ok',
      methodVersion: 1,
      block: BigInt(21_500_000 + i * 300),
      hash: `0x${hash}`,
      timestamp: t - (i % 12),
    }
  })
}

const bytesSection = (): Section => {
  say('Weighing a series…')
  const all = storedPoints()
  const answer = (some: readonly SeriesPoint[]) => {
    const [from, to] = [some[0]?.t ?? 0, some.at(-1)?.t ?? 0]
    const number = 'lend.supplied-usd:ethereum:USDC'
    const query = {
      numbers: [number],
      from,
      to,
      every: HOUR,
      points: null,
      format: 'json',
      decimal: 'point',
      fixed: true,
    } as const
    const series = [{ id: number, unit: 'usd', class: 'onchain', methodVersion: 1, points: some }] as const
    return { query, series, gaps: [], complete: true }
  }
  const json = (some: readonly SeriesPoint[]) => JSON.stringify(seriesJson('live', answer(some)))
  const weigh = (text: string) => ({ raw: text.length, gzip: gzipSync(text).length })
  const said = ({ raw, gzip }: ReturnType<typeof weigh>) => `${kilobytes(raw)}, ${kilobytes(gzip)} gzip`
  const peer = weigh(JSON.stringify(all.map(({ t, value }) => ({ t, v: value }))))
  const rounded = all.map(({ value }) => Number(Number(value).toPrecision(5)))
  const floor = weigh(JSON.stringify({ t: [all[0]?.t, HOUR], v: rounded }))
  const row = (what: string, text: string, promised: boolean): Row => {
    const ours = weigh(text)
    const goal = promised ? { goal: `≤ ${mostBytes}×`, met: ours.gzip <= mostBytes * peer.gzip } : {}
    const ratio = times(ours.gzip / peer.gzip)
    return { what, ours: said(ours), peer: `{t,v} objects ${said(peer)}`, floor: said(floor), ratio, ...goal }
  }
  const bare = all.map((point) => ({ ...point, block: null, hash: null, timestamp: null }))
  return {
    title: `10 · ${points.toLocaleString('en')} points of /api/v1/series`,
    rows: [
      row('JSON, exact, block and hash in each', json(all), true),
      row('CSV, exact, block and hash in each', seriesCsv('live', answer(all)), true),
      row('JSON of a sum over chains: no block', json(bare), false),
      row('JSON of 1,000 points of it (points=1000)', json(samplePoints(all, 1_000)), false),
    ],
    notes: [
      'Of each point’s bytes 32 are its block’s hash, which nothing compresses: with it no format comes near the goal. {t,v} objects hold the same exact decimals. Floor: columns of values with five significant digits, without blocks.',
    ],
  }
}

/** Goal 10: what a chart and a series cost the server. */
export const paintSections = async (): Promise<readonly Section[]> => [await paintingSection(), bytesSection()]
