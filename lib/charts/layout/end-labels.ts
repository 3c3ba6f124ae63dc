import type { Locale } from '../../format/number'
import type { SeriesSpec } from '../define/define-chart'
import { groupOf } from '../state/fold-small-series'
import { says } from '../words'
import type { Box, EndLabel, Frame, LegendItem } from './chart-layout'
import { spreadLabels } from './spread-labels'
import { textWidth } from './text-width'

/** What the end of a series says. */
export type Ending = { readonly spec: SeriesSpec; readonly text: string }

/** Endings that say the same of one thing, as one. */
type Named<ending extends Ending> = { readonly key: string; readonly name: string; readonly ending: ending }

export const LABEL_SIZE = 12
const LABEL_GAP = 15
const LABEL_PAD = 8

/** A group on several chains is one label while its values read alike; where they differ each keeps its own name. */
const merged = <ending extends Ending>(endings: readonly ending[], locale: Locale): readonly Named<ending>[] => {
  const found = new Map<string, ending[]>()
  for (const ending of endings) {
    const { spec } = ending
    const name = spec.group === undefined ? spec.key : `${spec.group} ${ending.text}`
    const same = found.get(name)
    if (same) same.push(ending)
    else found.set(name, [ending])
  }
  return [...found.values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const { spec } = first
    const everywhere = endings.filter((ending) => groupOf(ending.spec) === groupOf(spec)).length
    const whole = spec.name[locale]
    const bare = whole.split(' · ')[0] ?? whole
    const name = same.length > 1 ? says[locale].onChains(bare, same.length) : everywhere > 1 ? whole : bare
    return [{ key: spec.key, name, ending: first }]
  })
}

/** Room that labels at the right end want; 0 where they are too many for the height. */
export const labelRoom = (endings: readonly Ending[], height: number, locale: Locale): number => {
  const named = merged(endings, locale)
  if (named.length === 0 || (named.length - 1) * LABEL_GAP > height) return 0
  const widths = named.map(
    ({ name, ending }) => textWidth(name, LABEL_SIZE, 'semibold') + textWidth(` ${ending.text}`, LABEL_SIZE),
  )
  return Math.ceil(Math.max(...widths)) + LABEL_PAD + 2
}

/** Labels beside the ends of their series at `x`, none over another. */
export const endLabels = <ending extends Ending>(
  endings: readonly ending[],
  heightOf: (ending: ending) => number,
  plot: Box,
  x: number,
  locale: Locale,
): readonly EndLabel[] => {
  const named = merged(endings, locale)
  const wanted = named.map(({ ending }) => heightOf(ending))
  const heights = spreadLabels(wanted, LABEL_GAP, plot.top - 5, plot.bottom - 2)
  if (heights === null) return []
  return named.map(({ key, name, ending: { spec, text } }, i) => ({
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
const SWATCH = 18
const BETWEEN = 16

export type Legend = { readonly items: readonly LegendItem[]; readonly height: number }

/** Names below the picture, in rows from 0 down. */
export const legendOf = (endings: readonly Ending[], frame: Frame, left: number, locale: Locale): Legend => {
  let [x, row] = [left, 0]
  const place = (name: string, value: string): { readonly x: number; readonly y: number } => {
    const width = SWATCH + textWidth(name, LABEL_SIZE, 'semibold') + textWidth(value && ` ${value}`, LABEL_SIZE)
    if (x > left && x + width > frame.width - 4) [x, row] = [left, row + 1]
    const at = { x, y: row * ROW }
    x += width + BETWEEN
    return at
  }
  const named = endings.filter(({ spec }) => spec.key !== 'total')
  const items = merged(named, locale).map(({ key, name, ending: { spec, text } }): LegendItem => {
    const { colour, mark, dashed = false, hatched = false } = spec
    return { key, name, value: text, colour, mark, dashed, hatched, ...place(name, text) }
  })
  return { items, height: items.length === 0 ? 0 : (row + 1) * ROW + 4 }
}
