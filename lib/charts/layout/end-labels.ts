import type { Locale } from '../../format/locale'
import type { SeriesSpec } from '../define/define-chart'
import { groupOf } from '../state/fold-small-series'
import { phrases } from '../words'
import type { Box, EndLabel, LegendItem, Size } from './chart-layout'
import { spreadLabels } from './spread-labels'
import { textWidth } from './text-width'

/** What the end of a series says. */
export type EndText = { readonly spec: SeriesSpec; readonly text: string }

/** Ends that say the same of one thing, as one. */
type NamedEnd<end extends EndText> = { readonly key: string; readonly name: string; readonly end: end }

export const LABEL_SIZE = 12
const LABEL_GAP = 15
const LABEL_PAD = 8

/** A group on several chains is one label while its values read alike; where they differ each keeps its own name. */
const merged = <end extends EndText>(ends: readonly end[], locale: Locale): readonly NamedEnd<end>[] => {
  const found = new Map<string, end[]>()
  for (const end of ends) {
    const { spec } = end
    const name = spec.group === undefined ? spec.key : `${spec.group} ${end.text}`
    const same = found.get(name)
    if (same) same.push(end)
    else found.set(name, [end])
  }
  return [...found.values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const { spec } = first
    const everywhere = ends.filter((end) => groupOf(end.spec) === groupOf(spec)).length
    const whole = spec.name[locale]
    const bare = whole.split(' · ')[0] ?? whole
    const name = same.length > 1 ? phrases[locale].onChains(bare, same.length) : everywhere > 1 ? whole : bare
    return [{ key: spec.key, name, end: first }]
  })
}

/** Room that labels at the right end want; 0 where they are too many for the height. */
export const labelRoom = (ends: readonly EndText[], height: number, locale: Locale): number => {
  const named = merged(ends, locale)
  if (named.length === 0 || (named.length - 1) * LABEL_GAP > height) return 0
  const widths = named.map(
    ({ name, end }) => textWidth(name, LABEL_SIZE, 'semibold') + textWidth(` ${end.text}`, LABEL_SIZE),
  )
  return Math.ceil(Math.max(...widths)) + LABEL_PAD
}

/** Labels beside the ends of their series at `x`, none over another. */
export const endLabels = <end extends EndText>(
  ends: readonly end[],
  heightOf: (end: end) => number,
  plot: Box,
  x: number,
  locale: Locale,
): readonly EndLabel[] => {
  const named = merged(ends, locale)
  const wanted = named.map(({ end }) => heightOf(end))
  const heights = spreadLabels(wanted, LABEL_GAP, plot.top - 5, plot.bottom - 2)
  if (heights === null) return []
  return named.map(({ key, name, end: { spec, text } }, i) => ({
    key,
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
  const items = merged(named, locale).map(({ key, name, end: { spec, text } }): LegendItem => {
    const { colour, mark, dashed = false, hatched = false } = spec
    return { key, name, value: text, colour, mark, dashed, hatched, ...place(name, text) }
  })
  return { items, height: items.length === 0 ? 0 : (row + 1) * ROW + 4 }
}
