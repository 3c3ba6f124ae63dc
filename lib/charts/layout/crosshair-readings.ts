import { formatDate, formatDateTime } from '../../format/date'
import { formatBlock, formatPercent } from '../../format/number'
import { DAY } from '../../format/time'
import type { Scope } from '../../metrics/types'
import { shortFigure } from '../state/figures'
import { chainName } from '../words'
import type { Model } from './chart-layout'

/** What a crosshair says at each of its places: ready words, so that a script of a few lines can show them. */
export type Hover = {
  readonly plot: Model['plot']
  readonly series: readonly { readonly name: string; readonly colour: string; readonly dashed: boolean }[]
  /** Pixels, rising. */
  readonly x: readonly number[]
  readonly time: readonly string[]
  /** For each place the values in the order of `series`; an em dash where nothing is known. */
  readonly values: readonly (readonly string[])[]
  /** For each place the blocks, where the values are of single chains; empty where none are asked for. */
  readonly blocks: readonly string[]
}

export type HoverOptions = {
  /** Pixels between two places, at least. */
  readonly apart?: number
  /** Whether each place says its blocks: on six chains they are most of the bytes. */
  readonly withBlocks?: boolean
}

/** Places of a crosshair, no two nearer than `apart` pixels; where there are more, the later of two stands. */
export const hoverOf = (model: Model, { apart = 2, withBlocks = true }: HoverOptions = {}): Hover => {
  const { data, plot, locale, x, y } = model
  const { instants, columns, blocks, ends } = data
  const place = (i: number): number => {
    const t = instants[i] ?? 0
    const middle = ends === undefined ? t : (t + (ends[i] ?? t)) / 2
    return plot.left + ((middle - x.from) / (x.to - x.from)) * (plot.right - plot.left)
  }
  const kept: number[] = []
  let next = Number.POSITIVE_INFINITY
  for (let i = instants.length - 1; i >= 0; i--) {
    if (columns.every(({ values }) => values[i] === null) || next - place(i) < apart) continue
    next = place(i)
    kept.push(i)
  }
  kept.reverse()
  // safe: only scopes are keys of the blocks
  const chains = (withBlocks ? Object.keys(blocks) : []) as readonly Exclude<Scope, 'all'>[]
  const time = (t: number): string =>
    x.kind === 'ratio'
      ? formatPercent(String(t), locale)
      : t % DAY === 0
        ? formatDate(t, locale)
        : formatDateTime(t, locale)
  const written = (unit: (typeof columns)[number]['unit']) => ({
    unit,
    locale,
    ...(y.symbol === undefined ? {} : { symbol: y.symbol }),
  })
  return {
    plot,
    series: columns.map(({ name, colour, dashed }) => ({ name, colour, dashed })),
    x: kept.map((i) => Math.round(place(i) * 10) / 10),
    time: kept.map((i) => time(instants[i] ?? 0)),
    values: kept.map((i) => columns.map(({ values, unit }) => shortFigure(values[i] ?? null, written(unit)))),
    blocks: (chains.length === 0 ? [] : kept).map((i) =>
      chains
        .flatMap((chain) =>
          blocks[chain]?.[i] == null ? [] : [`${chainName(chain, locale)} ${formatBlock(blocks[chain]?.[i] ?? null)}`],
        )
        .join(' · '),
    ),
  }
}

/** What the interactive painter needs of a model, without the server's own paths: plain data, fit for JSON. */
export type InteractiveModel = Omit<Model, 'layers'>

export const interactiveModel = ({ layers: _, ...rest }: Model): InteractiveModel => rest
