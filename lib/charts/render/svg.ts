import { escapeXml } from '../../format/escape-xml'
import type { ChartLayout, PlacedChart } from '../layout/chart-layout'
import { LABEL_SIZE } from '../layout/end-labels'
import type { PaintTheme } from './palette'
import { eventsOf, gapsOf } from './svg/annotations'
import { axes, baseline, grid, gridOver } from './svg/axes'
import { type FontMode, fontFamily } from './svg/fonts'
import { definitions } from './svg/hatching'
import { emptyOf, labelsOf, legendOf } from './svg/labels'
import { layersOf } from './svg/layers'
import { createPaint } from './svg/paint'

export type SvgOptions = {
  readonly theme: PaintTheme
  readonly fontMode: FontMode
  /** Begins every id in the drawing: unlike for each chart of a page. */
  readonly id?: string
}

/** What is drawn, without the element around it: for a picture that holds more than the chart. */
export const renderContents = (layout: PlacedChart, theme: PaintTheme, id: string): string => {
  const paint = createPaint(theme, id)
  const [surfaces, strokes] = layersOf(layout, paint)
  return [
    definitions(layout, paint),
    grid(layout, paint),
    surfaces,
    gridOver(layout, paint),
    gapsOf(layout, paint),
    baseline(layout, paint),
    strokes,
    eventsOf(layout, paint),
    axes(layout, paint),
    labelsOf(layout, paint),
    legendOf(layout, paint),
    emptyOf(layout, paint),
  ].join('')
}

export const svgId = ({ slug, size }: PlacedChart): string => `${slug}-${size.narrow ? 'n' : 'w'}`

/**
 * The chart as one SVG element of a page: presentation attributes alone, so that the strictest policy lets it stand. With the theme
 * `auto` its colours are the page's variables (`chartStyle`).
 */
export const renderSvg = (layout: ChartLayout, { theme, fontMode, id = svgId(layout) }: SvgOptions): string => {
  const { width, height } = layout.size
  const family = fontFamily(fontMode, layout.locale)
  const font = family === null ? '' : ` font-family="${escapeXml(family)}"`
  return (
    `<svg role="img" aria-labelledby="${id}-t ${id}-d" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"${font} font-size="${LABEL_SIZE}">` +
    `<title id="${id}-t">${escapeXml(layout.title)}</title><desc id="${id}-d">${escapeXml(layout.caption)}</desc>` +
    `${renderContents(layout, theme, id)}</svg>`
  )
}
