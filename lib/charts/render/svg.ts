import { escapeXml } from '../../format/escape-xml'
import type { Locale } from '../../format/number'
import type { Colour } from '../../products/colours'
import type { EndLabel, Layer, LegendItem, Model, Note } from '../layout/chart-layout'
import { LABEL_SIZE } from '../layout/end-labels'
import { pixel } from '../layout/path'
import { textWidth } from '../layout/text-width'
import { chartStyle, type PaintTheme, paintOf, type Surface, textPaintOf } from './palette'

/** `web`: the page's own face, inherited; `system`: the reader's; `embedded`: the files that pictures are set with. */
export type FontMode = 'web' | 'system' | 'embedded'

export type PaintOptions = {
  readonly theme: PaintTheme
  readonly fontMode: FontMode
  /** Begins every id in the drawing: unlike for each chart of a page. */
  readonly id?: string
  /** A file of its own: it brings its variables and a ground with it. */
  readonly standalone?: boolean
}

const SYSTEM = "system-ui,-apple-system,'Segoe UI',Roboto,'PingFang TC','Microsoft JhengHei','Noto Sans TC',sans-serif"

/**
 * The faces to name; null: none, the page's own are inherited. A rasteriser takes the first it holds for a whole line, with
 * its weight, and looks for single glyphs elsewhere only after that: Chinese words need the Chinese face first.
 */
export const fontFamily = (mode: FontMode, locale: Locale): string | null => {
  if (mode === 'web') return null
  if (mode === 'system') return SYSTEM
  return locale === 'en' ? "Inter,'Noto Sans TC'" : "'Noto Sans TC',Inter"
}

/** Middle of the small letters above the baseline, as a part of the size. */
const MIDDLE = 4.2

type Paint = {
  readonly id: string
  surface(name: Surface): string
  colour(name: Colour): string
  words(name: Colour): string
}

const halo = ({ surface }: Paint): string =>
  ` paint-order="stroke" stroke="${surface('card')}" stroke-width="3" stroke-linejoin="round"`

const hatch = (id: string, stroke: string, ground: string, step: number, width = 1.4): string =>
  `<pattern id="${id}" width="${step}" height="${step}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
  `<path fill="${ground}" d="M0 0h${step}v${step}h-${step}z"/><path stroke="${stroke}" stroke-width="${width}" d="M1 0v${step}"/></pattern>`

const hatchedColours = (model: Model): readonly Colour[] => [
  ...new Set([...model.layers, ...model.legend].filter(({ hatched }) => hatched).map(({ colour }) => colour)),
]

const definitions = (model: Model, paint: Paint): string => {
  const gap = model.gaps.length === 0 ? '' : hatch(`${paint.id}-gap`, paint.surface('rule'), paint.surface('card'), 6)
  const own = hatchedColours(model).map((colour) =>
    hatch(`${paint.id}-${colour}`, paint.colour(colour), paint.surface('card'), 5, 2.2),
  )
  return gap === '' && own.length === 0 ? '' : `<defs>${gap}${own.join('')}</defs>`
}

const grid = ({ y, plot }: Model, { surface }: Paint): string => {
  const width = pixel(plot.right - plot.left)
  const lines = y.ticks.filter(({ at }) => at !== y.zero).map(({ at }) => `M${pixel(plot.left)} ${pixel(at)}h${width}`)
  return lines.length === 0 ? '' : `<path stroke="${surface('rule')}" d="${lines.join('')}"/>`
}

/** Drawn over the surfaces, so that heights can be read inside them. */
const gridOver = ({ y, plot, layers }: Model, { surface }: Paint): string => {
  if (!layers.some(({ mark }) => mark === 'area')) return ''
  const width = pixel(plot.right - plot.left)
  const lines = y.ticks.filter(({ at }) => at !== y.zero).map(({ at }) => `M${pixel(plot.left)} ${pixel(at)}h${width}`)
  return `<path stroke="${surface('card')}" stroke-opacity=".28" d="${lines.join('')}"/>`
}

const baseline = ({ y, plot }: Model, { surface }: Paint): string => {
  const at = y.zero ?? plot.bottom
  return `<path stroke="${surface('edge')}" d="M${pixel(plot.left)} ${pixel(at)}h${pixel(plot.right - plot.left)}"/>`
}

const surfaceLayer = ({ d, colour, hatched }: Layer, paint: Paint): string => {
  const fill = hatched ? `url(#${paint.id}-${colour})` : paint.colour(colour)
  return `<path fill="${fill}" d="${d}"/>`
}

/** Over surfaces strokes are cased in paper, so that they stand off them; no casing lies over another's line. */
const casingLayer = ({ d, quiet }: Layer, { surface }: Paint): string =>
  quiet || d === ''
    ? ''
    : `<path fill="none" stroke="${surface('card')}" stroke-width="4.5" stroke-linejoin="round" d="${d}"/>`

const strokeLayer = ({ d, colour, dashed, dots, quiet }: Layer, paint: Paint): string => {
  const stroke = paint.colour(colour)
  const dash = dashed ? ' stroke-dasharray="5 3.5"' : ''
  const width = quiet ? '1' : dashed ? '1.6' : '2'
  const line =
    d === ''
      ? ''
      : `<path fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linejoin="round"${dash} d="${d}"/>`
  return line + dots.map(([x, y]) => `<circle cx="${pixel(x)}" cy="${pixel(y)}" r="3.5" fill="${stroke}"/>`).join('')
}

const layersOf = ({ layers }: Model, paint: Paint): readonly [surfaces: string, strokes: string] => {
  const isSurface = ({ mark }: Layer) => mark === 'area' || mark === 'bars'
  const surfaces = layers.filter(isSurface).map((layer) => surfaceLayer(layer, paint))
  const over = layers.filter((layer) => !isSurface(layer))
  const casings = surfaces.length === 0 ? [] : over.map((layer) => casingLayer(layer, paint))
  const strokes = [...casings, ...over.map((layer) => strokeLayer(layer, paint))]
  const opacity = over.length > 0 ? '.5' : '.88'
  return [
    surfaces.length === 0
      ? ''
      : `<g opacity="${opacity}" stroke="${paint.surface('card')}" stroke-width=".6">${surfaces.join('')}</g>`,
    strokes.join(''),
  ]
}

/** A strip of this height on the ground line says that some of the series lack readings here. */
const STRIP = 7

const gapsOf = ({ gaps, plot }: Model, { id }: Paint): string =>
  gaps
    .map(({ x0, x1, partial }) => {
      const top = partial ? plot.bottom - STRIP : plot.top
      return `<path fill="url(#${id}-gap)" d="M${pixel(x0)} ${pixel(top)}H${pixel(x1)}V${pixel(plot.bottom)}H${pixel(x0)}z"/>`
    })
    .join('')

const noteText = ({ x, y, text, anchor }: Note): string =>
  text === ''
    ? ''
    : `<text x="${pixel(x)}" y="${pixel(y)}"${anchor === 'end' ? ' text-anchor="end"' : ''}>${escapeXml(text)}</text>`

const eventsOf = ({ events, gaps, plot, points }: Model, paint: Paint): string => {
  const lines = events.map(({ x, note, today }) => {
    const top = note.text === '' ? plot.top : note.y - 9
    return `<path stroke="${paint.surface(today ? 'ink' : 'muted')}"${today ? '' : ' stroke-dasharray="2 3"'} d="M${pixel(x)} ${pixel(top)}V${pixel(plot.bottom)}"/>`
  })
  const notes = [...events, ...gaps].map(({ note }) => noteText(note)).join('')
  const dots = points.map(
    ({ x, y, colour }) =>
      `<circle cx="${pixel(x)}" cy="${pixel(y)}" r="4.5" fill="${paint.colour(colour)}" stroke="${paint.surface('card')}" stroke-width="2"/>`,
  )
  const said = points.map(({ note }) => noteText(note)).join('')
  const words = notes === '' ? '' : `<g fill="${paint.surface('muted')}"${halo(paint)}>${notes}</g>`
  return (
    lines.join('') +
    words +
    dots.join('') +
    (said === '' ? '' : `<g fill="${paint.surface('ink')}" font-weight="600"${halo(paint)}>${said}</g>`)
  )
}

const axes = ({ x, y, plot }: Model, { surface }: Paint): string => {
  const below = x.ticks
    .map(({ at, label, anchor }) => {
      const align = anchor === 'start' ? '' : ` text-anchor="${anchor}"`
      return `<text x="${pixel(at)}" y="${pixel(plot.bottom + 17)}"${align}>${escapeXml(label)}</text>`
    })
    .join('')
  const marks = x.ticks.map(({ at }) => `M${pixel(at)} ${pixel(plot.bottom)}v4`).join('')
  const beside = y.ticks
    .map(({ at, label }) => `<text x="${pixel(plot.left - 8)}" y="${pixel(at + MIDDLE)}">${escapeXml(label)}</text>`)
    .join('')
  const titles =
    (y.title === undefined ? '' : `<text x="0" y="12">${escapeXml(y.title)}</text>`) +
    (x.title === undefined
      ? ''
      : `<text x="${pixel((plot.left + plot.right) / 2)}" y="${pixel(plot.bottom + 35)}" text-anchor="middle">${escapeXml(x.title)}</text>`)
  return (
    (marks === '' ? '' : `<path stroke="${surface('edge')}" d="${marks}"/>`) +
    `<g fill="${surface('muted')}">${below}${titles}${beside === '' ? '' : `<g text-anchor="end">${beside}</g>`}</g>`
  )
}

/** Moved further than this from its series' end, a label is tied to it by a hairline. */
const TIED = 7

/** Paper under words that stand inside the plot, over what is drawn there. */
const groundOf = ({ x, y, name, value }: EndLabel, { surface }: Paint): string => {
  const width = textWidth(name, LABEL_SIZE, 'semibold') + textWidth(` ${value}`, LABEL_SIZE)
  return `<rect x="${pixel(x - 3)}" y="${pixel(y - 7.5)}" width="${pixel(width + 6)}" height="15" rx="2" fill="${surface('card')}" fill-opacity=".8" stroke="none"/>`
}

const labelsOf = ({ labels, plot }: Model, paint: Paint): string => {
  if (labels.length === 0) return ''
  const grounds = labels
    .filter(({ x, anchor }) => anchor === 'start' && x < plot.right)
    .map((label) => groundOf(label, paint))
  const ties = labels
    .filter(({ y, from, key }) => key !== 'total' && Math.abs(y - from) > TIED)
    .map(
      ({ x, y, from, colour }) =>
        `<path stroke="${paint.colour(colour)}" stroke-opacity=".6" fill="none" d="M${pixel(x - 7)} ${pixel(from)}L${pixel(x - 2)} ${pixel(y)}"/>`,
    )
  const words = labels.map(
    ({ x, y, name, value, colour, anchor }) =>
      `<text x="${pixel(x)}" y="${pixel(y + MIDDLE)}"${anchor === 'end' ? ' text-anchor="end"' : ''} fill="${paint.words(colour)}"><tspan font-weight="600">${escapeXml(name)}</tspan>${value === '' ? '' : ` ${escapeXml(value)}`}</text>`,
  )
  return `${ties.join('')}${grounds.join('')}<g${halo(paint)}>${words.join('')}</g>`
}

const swatch = ({ x, y, mark, colour, dashed, hatched }: LegendItem, paint: Paint): string => {
  if (mark === 'area' || mark === 'bars') {
    const fill = hatched ? `url(#${paint.id}-${colour})` : paint.colour(colour)
    return `<path fill="${fill}" d="M${pixel(x)} ${pixel(y - 9)}h11v10h-11z"/>`
  }
  return `<path stroke="${paint.colour(colour)}" stroke-width="2.5"${dashed ? ' stroke-dasharray="4 2.5"' : ''} d="M${pixel(x)} ${pixel(y - 4)}h12"/>`
}

const legendOf = ({ legend }: Model, paint: Paint): string =>
  legend
    .map((item) => {
      const value = item.value === '' ? '' : ` <tspan fill="${paint.surface('muted')}">${escapeXml(item.value)}</tspan>`
      return `${swatch(item, paint)}<text x="${pixel(item.x + 18)}" y="${pixel(item.y)}" fill="${paint.surface('ink')}"><tspan font-weight="600">${escapeXml(item.name)}</tspan>${value}</text>`
    })
    .join('')

const emptyOf = ({ empty, plot }: Model, { surface }: Paint): string =>
  empty === null
    ? ''
    : `<text x="${pixel((plot.left + plot.right) / 2)}" y="${pixel((plot.top + plot.bottom) / 2)}" text-anchor="middle" fill="${surface('muted')}">${escapeXml(empty)}</text>`

/** What is drawn, without the element around it: for a picture that holds more than the chart. */
export const paintInside = (model: Model, theme: PaintTheme, id: string): string => {
  const paint: Paint = {
    id,
    surface: (name) => paintOf(name, theme),
    colour: (name) => paintOf(name, theme),
    words: (name) => textPaintOf(name, theme),
  }
  const [surfaces, strokes] = layersOf(model, paint)
  return [
    definitions(model, paint),
    grid(model, paint),
    surfaces,
    gridOver(model, paint),
    gapsOf(model, paint),
    baseline(model, paint),
    strokes,
    eventsOf(model, paint),
    axes(model, paint),
    labelsOf(model, paint),
    legendOf(model, paint),
    emptyOf(model, paint),
  ].join('')
}

export const svgId = ({ slug, frame }: Model): string => `${slug}-${frame.narrow ? 'n' : 'w'}`

/**
 * The chart as one SVG element: presentation attributes alone, so that the strictest policy lets it stand. With the theme
 * `auto` its colours are the page's variables (`chartStyle`).
 */
export const paintSvg = (
  model: Model,
  { theme, fontMode, id = svgId(model), standalone = false }: PaintOptions,
): string => {
  const { width, height } = model.frame
  const family = fontFamily(fontMode, model.locale)
  const font = family === null ? '' : ` font-family="${escapeXml(family)}"`
  const space = standalone ? ' xmlns="http://www.w3.org/2000/svg"' : ''
  const ground = standalone ? `<path fill="${paintOf('card', theme)}" d="M0 0h${width}v${height}H0z"/>` : ''
  const style = standalone && theme === 'auto' ? `<style>${chartStyle('auto')}</style>` : ''
  return (
    `<svg${space} role="img" aria-labelledby="${id}-t ${id}-d" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"${font} font-size="${LABEL_SIZE}">` +
    `<title id="${id}-t">${escapeXml(model.title)}</title><desc id="${id}-d">${escapeXml(model.caption)}</desc>` +
    `${style}${ground}${paintInside(model, theme, id)}</svg>`
  )
}
