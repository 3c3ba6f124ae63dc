import { formatDate, formatDateTime } from '../../format/date'
import type { Locale } from '../../format/locale'
import { formatBlock, formatPercent } from '../../format/number'
import { DAY } from '../../format/time'
import { barEnds } from '../state/bar-ends'
import { blocksByChain } from '../state/blocks'
import type { ChartState } from '../state/chart-state'
import { chainName } from '../words'
import type { Box, PlacedChart } from './chart-layout'
import { type CrosshairHead, crosshairRows } from './crosshair-rows'
import { xScale } from './x-scale'

/** What a crosshair says at each of its places: ready words, so that a script of a few lines can show them. */
export type CrosshairReadings = {
  readonly plot: Box
  /** Every head that stands before a value at some place. */
  readonly heads: readonly CrosshairHead[]
  /** Pixels, rising. */
  readonly x: readonly number[]
  readonly time: readonly string[]
  /** For each place its rows: which head, and the value behind it; an em dash where it is not known. */
  readonly rows: readonly (readonly (readonly [head: number, value: string])[])[]
  /** For each place the blocks, where the values are of single chains; empty where none are asked for. */
  readonly blocks: readonly string[]
}

type ReadingOptions = {
  /** Pixels between two places, at least. */
  readonly apart?: number
  /** Whether each place says its blocks: on six chains they are most of the bytes. */
  readonly withBlocks?: boolean
}

/** Indices of the instants that are known anywhere, none nearer than `apart` to the next; the later of two stands. */
const placesOf = (state: ChartState, place: (i: number) => number, apart: number): readonly number[] => {
  const kept: number[] = []
  let next = Number.POSITIVE_INFINITY
  for (let i = state.instants.length - 1; i >= 0; i--) {
    if (state.series.every(({ values }) => values[i] === null) || next - place(i) < apart) continue
    next = place(i)
    kept.push(i)
  }
  return kept.reverse()
}

/** Heads in the order in which they are first met, each once. */
const createHeads = () => {
  const all: CrosshairHead[] = []
  const places = new Map<string, number>()
  return {
    all,
    indexOf(head: CrosshairHead): number {
      const text = JSON.stringify(head)
      const place = places.get(text) ?? all.push(head) - 1
      places.set(text, place)
      return place
    },
  }
}

export const crosshairReadings = (
  state: ChartState,
  { plot }: Pick<PlacedChart, 'plot'>,
  locale: Locale,
  { apart = 2, withBlocks = true }: ReadingOptions = {},
): CrosshairReadings => {
  const { instants, series, x } = state
  const ends = barEnds(series)
  const scale = xScale(x, plot.left, plot.right)
  const place = (i: number): number => {
    const t = instants[i] ?? 0
    return scale(ends === null ? t : (t + (ends.get(t) ?? t)) / 2)
  }
  const kept = placesOf(state, place, apart)
  const time = (t: number): string => {
    if (x.kind === 'ratio') return formatPercent(String(t), locale)
    return t % DAY === 0 ? formatDate(t, locale) : formatDateTime(t, locale)
  }
  const blocks = withBlocks ? [...blocksByChain(series)] : []
  const blocksAt = (i: number): string =>
    blocks
      .flatMap(([chain, of]) => (of[i] == null ? [] : [`${chainName(chain, locale)} ${formatBlock(of[i] ?? null)}`]))
      .join(' · ')
  const heads = createHeads()
  const rowsAt = crosshairRows(state, locale)
  const rows = kept.map((i) => rowsAt(i).map(({ head, value }) => [heads.indexOf(head), value] as const))
  return {
    plot,
    heads: heads.all,
    x: kept.map((i) => Math.round(place(i) * 10) / 10),
    time: kept.map((i) => time(instants[i] ?? 0)),
    rows,
    blocks: blocks.length === 0 ? [] : kept.map(blocksAt),
  }
}
