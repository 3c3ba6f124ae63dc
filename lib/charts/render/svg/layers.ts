import type { Layer, PlacedChart } from '../../layout/chart-layout'
import { pixel } from '../../layout/path'
import type { Paint } from './paint'

/** The layer's outline with these attributes; where it is shared, with a stroke that no stretching widens. */
const shape = ({ d, shared }: Layer, attributes: string): string =>
  shared === undefined
    ? `<path ${attributes} d="${d}"/>`
    : `<use href="#${shared.id}" transform="${shared.transform}" ${attributes}/>`

const surfaceLayer = (layer: Layer, paint: Paint): string => {
  const { colour, hatched } = layer
  const fill = hatched ? `url(#${paint.id}-${colour})` : paint.colour(colour)
  return shape(layer, `fill="${fill}"`)
}

/** Over surfaces lines get a card-coloured outline, so that they stand off them; all outlines are drawn below all lines. */
const outlineLayer = (layer: Layer, { surface }: Paint): string =>
  layer.unnamed || layer.d === ''
    ? ''
    : shape(layer, `fill="none" stroke="${surface('card')}" stroke-width="4.5" stroke-linejoin="round"`)

const strokeLayer = (layer: Layer, paint: Paint): string => {
  const { d, colour, dashed, dots, unnamed } = layer
  const stroke = paint.colour(colour)
  const dash = dashed ? ' stroke-dasharray="5 3.5"' : ''
  const width = unnamed ? '1' : dashed ? '1.6' : '2'
  const line =
    d === ''
      ? ''
      : shape(layer, `fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linejoin="round"${dash}`)
  return line + dots.map(([x, y]) => `<circle cx="${pixel(x)}" cy="${pixel(y)}" r="3.5" fill="${stroke}"/>`).join('')
}

export const layersOf = ({ layers }: PlacedChart, paint: Paint): readonly [surfaces: string, strokes: string] => {
  const isSurface = ({ mark }: Layer) => mark === 'area' || mark === 'bars'
  const surfaces = layers.filter(isSurface).map((layer) => surfaceLayer(layer, paint))
  const over = layers.filter((layer) => !isSurface(layer))
  const outlines = surfaces.length === 0 ? [] : over.map((layer) => outlineLayer(layer, paint))
  const strokes = [...outlines, ...over.map((layer) => strokeLayer(layer, paint))]
  const opacity = over.length > 0 ? '.5' : '.88'
  return [
    surfaces.length === 0
      ? ''
      : `<g opacity="${opacity}" stroke="${paint.surface('card')}" stroke-width=".6">${surfaces.join('')}</g>`,
    strokes.join(''),
  ]
}
