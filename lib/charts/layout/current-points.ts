import type { Locale } from '../../format/locale'
import type { ChartState } from '../state/chart-state'
import { shortFigure } from '../state/figures'
import type { PointMark } from './chart-layout'
import { notesBeside } from './mark-notes'
import { roundPixel } from './path'
import type { Scales } from './place-series'

/** Where the subject stands now on its two lines, with their values beside it; the lower line first. */
export const currentPoints = (
  { current, instants, lines, document }: ChartState,
  { plot, x, y }: Scales,
  hasLabels: boolean,
  locale: Locale,
): readonly PointMark[] => {
  if (current === null) return []
  const i = instants.indexOf(current)
  const [upper, lower] = lines.map(({ spec: { colour }, values, floats }) => ({
    x: roundPixel(x(current)),
    y: roundPixel(y(floats[i] ?? 0)),
    colour,
    text: shortFigure(values[i] ?? null, { unit: document.unit, locale }),
  }))
  if (upper === undefined || lower === undefined) return []
  const [above, below] = notesBeside(upper, lower, plot)
  const bare = { ...above, text: '' }
  // where lines end their labels say the same, and where both are one point one figure serves
  const isSaid = i === instants.length - 1 && hasLabels
  const isOne = lower.y === upper.y && lower.text === upper.text
  return [
    { ...lower, note: isSaid || isOne ? bare : below },
    { ...upper, note: isSaid ? bare : above },
  ]
}
