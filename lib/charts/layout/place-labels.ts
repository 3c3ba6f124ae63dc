import type { Locale } from '../../format/locale'
import type { Box, EndLabel } from './chart-layout'
import { endLabels, LABEL_SIZE } from './end-labels'
import type { Scales } from './place-series'
import { type SeriesEnd, TOTAL } from './series-ends'
import { textWidth } from './text-width'

/** A series that ends well inside the plot is named there, the others at the right edge. */
const INSIDE = 60
/** A total stands on its stack. */
const ABOVE = 9

/** A stack of releases rises, so that there is room above it to the left; near the left edge words begin there. */
const above = (label: EndLabel, x: number, { left }: Box): EndLabel => {
  const width = textWidth(label.name, LABEL_SIZE, 'semibold') + textWidth(` ${label.value}`, LABEL_SIZE)
  const y = label.y - 6
  return x - 4 - width >= left ? { ...label, x: x - 4, y, anchor: 'end' } : { ...label, x: left + 6, y }
}

/** Labels of series beside their ends. */
export const placeLabels = (
  ends: readonly SeriesEnd[],
  { plot, x, y }: Scales,
  width: number,
  locale: Locale,
): readonly EndLabel[] => {
  const heightOf = ({ value, spec }: SeriesEnd): number => y(value) - (spec.key === TOTAL ? ABOVE : 0)
  const columnOf = ({ t }: SeriesEnd): number => (x(t) < plot.right - INSIDE ? Math.round(x(t)) : plot.right)
  const peaks = ends.filter(({ peak }) => peak === true)
  const others = ends.filter(({ peak }) => peak !== true)
  const inColumn = (column: number) =>
    endLabels(
      others.filter((end) => columnOf(end) === column),
      heightOf,
      { plot, x: column, width },
      locale,
    )
  return [
    ...[...new Set(others.map(columnOf))].flatMap(inColumn),
    ...peaks.flatMap((end) =>
      endLabels([end], heightOf, { plot, x: x(end.t), width }, locale).map((label) => above(label, x(end.t), plot)),
    ),
  ]
}
