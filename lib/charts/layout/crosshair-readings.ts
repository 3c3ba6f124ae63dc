import { formatDate, formatDateTime } from '../../format/date'
import type { Locale } from '../../format/locale'
import { formatBlock, formatPercent } from '../../format/number'
import { DAY } from '../../format/time'
import { barEnds } from '../state/bar-ends'
import { blocksByChain } from '../state/blocks'
import type { ChartState } from '../state/chart-state'
import { shortFigure } from '../state/figures'
import { chainName } from '../words'
import type { Box, PlacedChart } from './chart-layout'
import { xScale } from './x-scale'

/** What a crosshair says at each of its places: ready words, so that a script of a few lines can show them. */
export type CrosshairReadings = {
  readonly plot: Box
  readonly series: readonly { readonly name: string; readonly colour: string; readonly dashed: boolean }[]
  /** Pixels, rising. */
  readonly x: readonly number[]
  readonly time: readonly string[]
  /** For each place the values in the order of `series`; an em dash where nothing is known. */
  readonly values: readonly (readonly string[])[]
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

export const crosshairReadings = (
  state: ChartState,
  { plot }: Pick<PlacedChart, 'plot'>,
  locale: Locale,
  { apart = 2, withBlocks = true }: ReadingOptions = {},
): CrosshairReadings => {
  const { instants, series, x, document } = state
  const { unit, symbol } = document
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
  const written = { unit, locale, ...(symbol === undefined ? {} : { symbol }) }
  const blocks = withBlocks ? [...blocksByChain(series)] : []
  const blocksAt = (i: number): string =>
    blocks
      .flatMap(([chain, of]) => (of[i] == null ? [] : [`${chainName(chain, locale)} ${formatBlock(of[i] ?? null)}`]))
      .join(' · ')
  return {
    plot,
    series: series.map(({ spec }) => ({
      name: spec.name[locale],
      colour: spec.colour,
      dashed: spec.dashed === true,
    })),
    x: kept.map((i) => Math.round(place(i) * 10) / 10),
    time: kept.map((i) => time(instants[i] ?? 0)),
    values: kept.map((i) => series.map(({ values }) => shortFigure(values[i] ?? null, written))),
    blocks: blocks.length === 0 ? [] : kept.map(blocksAt),
  }
}
