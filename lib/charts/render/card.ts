import { escapeXml } from '../../format/escape-xml'
import type { ChartLayout, Size } from '../layout/chart-layout'
import { pixel } from '../layout/path'
import { fitText, textWidth, wrapText } from '../layout/text-width'
import { type PaintTheme, paintOf } from './palette'
import { renderContents, svgId } from './svg'
import { fontFamily } from './svg/fonts'
import { stateLine } from './svg-file'

/** Of the card and the .png: what link previews ask for. */
export const cardSize = { width: 1200, height: 630 } as const

const PAD = 44
const TITLE = 38
const CAPTION = 23
const SMALL = 17
const LINES = 2
const LINE = 31
/** Space that head and foot take, whatever the caption's length: charts of two cards stand alike. */
const HEAD = PAD + TITLE + 16 + LINES * LINE + 14
const FOOT = 66
/** The chart is laid out smaller and enlarged, so that its words are read in a preview. */
const ENLARGED = 1.4

/** The size of a layout that `renderCard` takes. */
export const cardChartSize: Size = {
  width: Math.round((cardSize.width - 2 * PAD) / ENLARGED),
  height: Math.round((cardSize.height - HEAD - FOOT) / ENLARGED),
  narrow: false,
}

export type CardOptions = {
  readonly theme: Exclude<PaintTheme, 'auto'>
  /** A word that must not be missed, such as that the network is a local one. */
  readonly mark?: string
}

/**
 * A card of 1200 × 630 that stands alone: title, caption, chart, as-of, source and our name. Its faces are named for a
 * rasteriser that holds only those files; every line is cut to its place, and what stands on the right ends there.
 */
export const renderCard = (layout: ChartLayout, { theme, mark }: CardOptions): string => {
  const { width, height } = cardSize
  const [ink, muted, rule, ember] = (['ink', 'muted', 'rule', 'ember'] as const).map((name) => paintOf(name, theme))
  const inner = width - 2 * PAD
  const lines = wrapText(layout.caption, inner, CAPTION)
  const shown =
    lines.length <= LINES
      ? lines
      : [...lines.slice(0, LINES - 1), fitText(lines.slice(LINES - 1).join(' '), inner, CAPTION)]
  const foot = height - FOOT + 38
  const left = fitText([stateLine(layout), layout.source].join(' · '), inner - 200, SMALL)
  const name = textWidth('scope', 26, 'semibold')
  const id = svgId(layout)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${escapeXml(fontFamily('embedded', layout.locale) ?? '')}">` +
    `<title>${escapeXml(layout.title)}</title>` +
    `<path fill="${paintOf('card', theme)}" d="M0 0h${width}v${height}H0z"/><path fill="${ember}" d="M0 0h${width}v6H0z"/>` +
    `<text x="${PAD}" y="${PAD + TITLE - 2}" font-size="${TITLE}" font-weight="600" fill="${ink}">${escapeXml(layout.title)}</text>` +
    (mark === undefined
      ? ''
      : `<text x="${width - PAD}" y="${PAD + TITLE - 4}" font-size="${SMALL}" font-weight="600" text-anchor="end" fill="${ember}">${escapeXml(mark)}</text>`) +
    shown
      .map(
        (line, i) =>
          `<text x="${PAD}" y="${PAD + TITLE + 34 + i * LINE}" font-size="${CAPTION}" fill="${muted}">${escapeXml(line)}</text>`,
      )
      .join('') +
    `<g transform="translate(${PAD} ${HEAD}) scale(${pixel(ENLARGED)})" font-size="12">${renderContents(layout, theme, id)}</g>` +
    `<path stroke="${rule}" d="M${PAD} ${height - FOOT + 8}h${inner}"/>` +
    `<text x="${PAD}" y="${foot}" font-size="${SMALL}" fill="${muted}">${escapeXml(left)}</text>` +
    `<text x="${width - PAD}" y="${foot + 2}" font-family="Inter" font-size="26" font-weight="600" text-anchor="end" fill="${ember}">scope</text>` +
    `<text x="${pixel(width - PAD - name / 1.05)}" y="${foot + 2}" font-family="Inter" font-size="26" font-weight="600" text-anchor="end" fill="${ink}">spark</text>` +
    '</svg>'
  )
}
