import { gzipSync } from 'node:zlib'
import { buildModel } from '@/lib/charts/build-model'
import type { ModelInput, ModelSeries } from '@/lib/charts/model'
import { paintPictureSvg, pictureFrame } from '@/lib/charts/paint-picture'
import { paintSvg } from '@/lib/charts/paint-svg'
import { inputOf, noise, tvlSeries, wide } from './support/sample-series'

/** `npx tsx tests/charts/bench.ts`: how long charts take to build and paint, and how many bytes they are. */

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0

const timed = (run: () => unknown, rounds = 200): number => {
  for (let i = 0; i < 100; i++) run()
  return median(
    Array.from({ length: rounds }, () => {
      const from = performance.now()
      run()
      return performance.now() - from
    }),
  )
}

/** The least that can be done: one string of 365 points, nothing placed, nothing said. */
const floor = (): string => {
  const random = noise(1)
  let d = ''
  for (let i = 0; i < 365; i++) d += `${i === 0 ? 'M' : 'L'}${(i * 2.5).toFixed(1)} ${(150 + random() * 40).toFixed(1)}`
  return `<svg viewBox="0 0 920 300"><path d="${d}"/></svg>`
}

const oneLine = (count: number): ModelInput => {
  const [lend] = tvlSeries(365)
  const first = lend?.points[0]?.t ?? 0
  const random = noise(5)
  const points = Array.from({ length: count }, (_, i) => ({
    t: first + Math.round((i * 31_536_000) / count),
    value: (4e9 + random() * 3e8).toFixed(8),
    status: 'ok' as const,
  }))
  const series: readonly ModelSeries[] = [{ id: 'tvl.line-usd:all:LEND', class: 'onchain', methodVersion: 1, points }]
  return inputOf('tvl', {}, { series })
}

const show = (name: string, input: ModelInput): void => {
  const model = buildModel(input)
  const svg = paintSvg(model, { theme: 'auto', fontMode: 'web' })
  const build = timed(() => buildModel(input))
  const paint = timed(() => paintSvg(model, { theme: 'auto', fontMode: 'web' }))
  const bytes = `${(svg.length / 1000).toFixed(1)} kB, ${(gzipSync(svg).length / 1000).toFixed(2)} kB gz`
  console.log(`${name.padEnd(34)} build ${build.toFixed(3)} ms  paint ${paint.toFixed(3)} ms  ${bytes}`)
}

console.log(
  `${'floor: one bare path, 365 points'.padEnd(34)} ${timed(floor).toFixed(3)} ms  ${gzipSync(floor()).length} B gz`,
)
show('one area, 365 points', oneLine(365))
show('one area, 10 000 points', oneLine(10_000))
show('tvl by line, 4 × 367', inputOf('tvl'))
show('tvl by chain, 6 × 367', inputOf('tvl', { mode: 'chain' }))
show('rates, 14 × 367 steps', inputOf('rates'))
show('spk-vesting', inputOf('spk-vesting'))
const card = inputOf('tvl', {}, { frame: pictureFrame })
console.log(
  `${'card of tvl'.padEnd(34)} ${timed(() => paintPictureSvg(buildModel(card), { theme: 'light' })).toFixed(3)} ms`,
)
console.log(`frame ${wide.width} × ${wide.height}`)
