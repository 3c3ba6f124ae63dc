import type { Colour } from '../../../products/colours'
import { type PaintTheme, paintOf, type Surface, textPaintOf } from '../palette'

/** Middle of the small letters above the baseline, as a part of the size. */
export const MIDDLE = 4.2

/** Where the parts of a drawing take their colours from. */
export type Paint = {
  readonly id: string
  surface(name: Surface): string
  colour(name: Colour): string
  words(name: Colour): string
}

/** Words and what stands over surfaces keep a card-coloured outline. */
export const halo = ({ surface }: Paint): string =>
  ` paint-order="stroke" stroke="${surface('card')}" stroke-width="3" stroke-linejoin="round"`

export const createPaint = (theme: PaintTheme, id: string): Paint => ({
  id,
  surface: (name) => paintOf(name, theme),
  colour: (name) => paintOf(name, theme),
  words: (name) => textPaintOf(name, theme),
})
