import type { Colour } from '../../../products/colours'
import type { PlacedChart } from '../../layout/chart-layout'
import type { Paint } from './paint'

const hatch = (id: string, stroke: string, ground: string, step: number, width = 1.4): string =>
  `<pattern id="${id}" width="${step}" height="${step}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
  `<path fill="${ground}" d="M0 0h${step}v${step}h-${step}z"/><path stroke="${stroke}" stroke-width="${width}" d="M1 0v${step}"/></pattern>`

const hatchedColours = (layout: PlacedChart): readonly Colour[] => [
  ...new Set([...layout.layers, ...layout.legend].filter(({ hatched }) => hatched).map(({ colour }) => colour)),
]

/** The patterns that gaps and hatched series are filled with. */
export const definitions = (layout: PlacedChart, paint: Paint): string => {
  const gap = layout.gaps.length === 0 ? '' : hatch(`${paint.id}-gap`, paint.surface('rule'), paint.surface('card'), 6)
  const own = hatchedColours(layout).map((colour) =>
    hatch(`${paint.id}-${colour}`, paint.colour(colour), paint.surface('card'), 5, 2.2),
  )
  return gap === '' && own.length === 0 ? '' : `<defs>${gap}${own.join('')}</defs>`
}
