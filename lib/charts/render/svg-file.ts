import { escapeXml } from '../../format/escape-xml'
import { messages } from '../../i18n/messages'
import type { ChartLayout } from '../layout/chart-layout'
import { LABEL_SIZE } from '../layout/end-labels'
import { pixel } from '../layout/path'
import { fitText, textWidth, wrapText } from '../layout/text-width'
import { hashText } from './hash-text'
import { type PaintTheme, paintOf } from './palette'
import { renderContents } from './svg'
import { fontFamily } from './svg/fonts'

const PAD = 16
const TITLE = 19
const CAPTION = 14
const LINE = 20
/** Lines of the caption, at most. */
const LINES = 3
const FOOT_LINE = 17

export type SvgFileOptions = {
  /** Colours are written out: a style sheet of its own would reach into the document it is pasted into. */
  readonly theme: Exclude<PaintTheme, 'auto'>
  /** A word that must not be missed, such as that the network is a local one. */
  readonly mark?: string
}

/** What a document around it would hand down to its words. */
const UNINHERITED =
  'font-style="normal" font-variant="normal" font-weight="400" font-stretch="normal" letter-spacing="0" word-spacing="0" text-anchor="start" text-decoration="none" fill-opacity="1" stroke="none" visibility="visible"'

const lineOf = (x: number, y: number, size: number, fill: string, text: string, more = ''): string =>
  `<text x="${pixel(x)}" y="${pixel(y)}" font-size="${size}" fill="${fill}"${more}>${escapeXml(text)}</text>`

/** As-of, what is known of the numbers, their classes and method. */
export const stateLine = ({ asOf, status, classes, method, locale }: ChartLayout): string =>
  [asOf.text, status, ...classes.map((each) => messages[locale].common.class[each]), method].join(' · ')

/**
 * A chart as a file that stands anywhere a picture can, alone or pasted into a page: title, sentence, picture, as-of, status
 * and source inside it, nothing fetched, nothing styled from outside, and ids that only an equal picture shares.
 */
export const renderSvgFile = (layout: ChartLayout, { theme, mark }: SvgFileOptions): string => {
  const { title, caption, locale, size } = layout
  const [card, ink, muted, rule, ember] = (['card', 'ink', 'muted', 'rule', 'ember'] as const).map((name) =>
    paintOf(name, theme),
  )
  const width = size.width + 2 * PAD
  const wrapped = wrapText(caption, size.width, CAPTION)
  const lines =
    wrapped.length <= LINES
      ? wrapped
      : [...wrapped.slice(0, LINES - 1), fitText(wrapped.slice(LINES - 1).join(' '), size.width, CAPTION)]
  const top = PAD + TITLE + lines.length * LINE + 14
  const foot = top + size.height + 14
  const name = 'Sparkscope'
  const left = size.width - textWidth(name, CAPTION, 'semibold') - 16
  const footLines = [...wrapText(stateLine(layout), left, LABEL_SIZE), ...wrapText(layout.source, left, LABEL_SIZE)]
  const height = foot + footLines.length * FOOT_LINE + PAD - 2
  const marked = mark === undefined ? '' : mark
  const room = size.width - (marked === '' ? 0 : textWidth(marked, CAPTION, 'semibold') + 16)
  const id = `${layout.slug}-${hashText(JSON.stringify([theme, mark, layout]))}`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" lang="${locale}" role="img" aria-labelledby="${id}-t ${id}-d" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `font-family="${escapeXml(fontFamily('system', locale) ?? '')}" font-size="${LABEL_SIZE}" ${UNINHERITED}>` +
    `<title id="${id}-t">${escapeXml(title)}</title><desc id="${id}-d">${escapeXml([caption, stateLine(layout), layout.source, ...(mark ? [mark] : [])].join(' · '))}</desc>` +
    `<path fill="${card}" d="M0 0h${width}v${height}H0z"/>` +
    lineOf(PAD, PAD + TITLE - 2, TITLE, ink ?? '', fitText(title, room, TITLE, 'semibold'), ' font-weight="600"') +
    (mark === undefined
      ? ''
      : lineOf(width - PAD, PAD + TITLE - 3, CAPTION, ember ?? '', mark, ' font-weight="600" text-anchor="end"')) +
    lines.map((text, i) => lineOf(PAD, PAD + TITLE + 20 + i * LINE, CAPTION, muted ?? '', text)).join('') +
    `<g transform="translate(${PAD} ${top})">${renderContents(layout, theme, id)}</g>` +
    `<path stroke="${rule}" d="M${PAD} ${foot - 6}h${size.width}"/>` +
    footLines.map((text, i) => lineOf(PAD, foot + 12 + i * FOOT_LINE, LABEL_SIZE, muted ?? '', text)).join('') +
    lineOf(width - PAD, foot + 13, CAPTION, ink ?? '', name, ' font-weight="600" text-anchor="end"') +
    '</svg>'
  )
}
