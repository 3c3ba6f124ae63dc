import type { Locale } from '../../format/locale'
import type { Box, EndLabel, LegendItem, Size } from './chart-layout'
import { type EndText, mergeEnds } from './merge-ends'
import { spreadLabels } from './spread-labels'
import { textWidth } from './text-width'

export type { EndText } from './merge-ends'

export const LABEL_SIZE = 12
const LABEL_GAP = 15
const LABEL_PAD = 8
/** Part of a picture's width that a name of several may take. */
const WIDEST = 0.36

const keysOf = (ends: readonly EndText[]): readonly string[] => ends.map(({ spec }) => spec.key)

/** Ends as labels name them: ties together, as long as their names leave room for the picture. */
const labelled = <end extends EndText>(ends: readonly end[], width: number, locale: Locale) =>
  mergeEnds(ends, locale, (name) => textWidth(name, LABEL_SIZE, 'semibold') <= width * WIDEST)

/** Room that labels at the right end want; 0 where they are too many for the height. */
export const labelRoom = (ends: readonly EndText[], { width }: Size, height: number, locale: Locale): number => {
  const named = labelled(ends, width, locale)
  if (named.length === 0 || (named.length - 1) * LABEL_GAP > height) return 0
  const widths = named.map(
    ({ name, first }) => textWidth(name, LABEL_SIZE, 'semibold') + textWidth(` ${first.text}`, LABEL_SIZE),
  )
  return Math.ceil(Math.max(...widths)) + LABEL_PAD
}

type Column = {
  readonly plot: Box
  readonly x: number
  /** Of the whole picture. */
  readonly width: number
}

/** Labels beside the ends of their series at `x`, none over another. */
export const endLabels = <end extends EndText>(
  ends: readonly end[],
  heightOf: (end: end) => number,
  { plot, x, width }: Column,
  locale: Locale,
): readonly EndLabel[] => {
  const named = labelled(ends, width, locale)
  const wanted = named.map(({ first }) => heightOf(first))
  const heights = spreadLabels(wanted, LABEL_GAP, plot.top - 5, plot.bottom - 2)
  if (heights === null) return []
  return named.map(({ name, ends: tied, first: { spec, text } }, i) => ({
    key: spec.key,
    keys: keysOf(tied),
    name,
    value: text,
    colour: spec.colour,
    x: x + LABEL_PAD,
    anchor: 'start',
    y: heights[i] ?? 0,
    from: wanted[i] ?? 0,
  }))
}

const ROW = 19
const LEFT = 2
const SWATCH = 18
const BETWEEN = 16
/** Where a picture is lower than this, its names stand without their values, in few rows. */
const SHORT = 220

export type Legend = { readonly items: readonly LegendItem[]; readonly height: number }

/** Names below the picture, in rows from 0 down. */
export const legendOf = (ends: readonly EndText[], size: Size, locale: Locale): Legend => {
  let [x, row] = [LEFT, 0]
  const place = (name: string, value: string): { readonly x: number; readonly y: number } => {
    const width = SWATCH + textWidth(name, LABEL_SIZE, 'semibold') + textWidth(value && ` ${value}`, LABEL_SIZE)
    if (x > LEFT && x + width > size.width - 4) [x, row] = [LEFT, row + 1]
    const at = { x, y: row * ROW }
    x += width + BETWEEN
    return at
  }
  const named = ends.filter(({ spec }) => spec.key !== 'total')
  const fits = (name: string) => SWATCH + textWidth(name, LABEL_SIZE, 'semibold') <= size.width * 0.9
  const isShort = size.height < SHORT
  const said = isShort ? named.map((end) => ({ ...end, text: '' })) : named
  const items = mergeEnds(said, locale, fits).map(({ name, ends: tied, first: { spec, text } }): LegendItem => {
    const { key, colour, mark, dashed = false, hatched = false } = spec
    return { key, keys: keysOf(tied), name, value: text, colour, mark, dashed, hatched, ...place(name, text) }
  })
  if (!isShort) return { items, height: items.length === 0 ? 0 : (row + 1) * ROW + 4 }
  const rows = Math.max(1, Math.floor((size.height * 0.32) / ROW))
  const kept = items
    .filter(({ y }) => y < rows * ROW)
    .map((item, i, { length }) =>
      i === length - 1 && length < items.length ? { ...item, name: `${item.name} …` } : item,
    )
  return { items: kept, height: kept.length === 0 ? 0 : Math.min(row + 1, rows) * ROW + 4 }
}
