import { expect, it } from 'vitest'
import { ratioSeries } from '@/lib/charts/define/series'
import { alignSeries } from '@/lib/charts/state/align-series'
import { sameWords } from '@/lib/format/locale'
import { MIDNIGHT, seriesOf } from '../support/sample-series'

const [part, whole] = ['lend.borrowed:ethereum:USDC', 'lend.supplied:ethereum:USDC']
const drawn = {
  name: sameWords('USDC'),
  mark: 'line',
  colour: 'c1',
  class: 'onchain',
  chain: 'ethereum',
  shown: true,
} as const

it('A ratio of two numbers is exact where both are known, missing where one is, and none over 0', () => {
  const [spec] = ratioSeries('use', part, whole, new Set([part, whole]), drawn)
  if (spec === undefined) throw new Error('no series')
  const found = new Map([
    [part, seriesOf({ id: part, at: (day) => (day === 1 ? null : 2 + day), places: 2 }, 2)],
    [whole, seriesOf({ id: whole, at: (day) => (day === 2 ? 0 : 8), places: 2 }, 2)],
  ])
  const { series } = alignSeries([spec], found, MIDNIGHT - 2 * 86_400, MIDNIGHT)
  expect(series[0]?.values).toEqual(['0.25', null, null])
  expect(Array.from(series[0]?.presence ?? [])).toEqual([0, 2, 1])
})

it('A ratio with a number that does not exist is no series', () => {
  expect(ratioSeries('use', part, whole, new Set([part]), drawn)).toEqual([])
})
