import { escapeXml } from '../../format/escape-xml'
import type { Locale } from '../../format/locale'
import { fitText, wrapText } from '../layout/text-width'
import { cardSize } from './card'
import { paintOf } from './palette'
import { fontFamily } from './svg/fonts'

export type PageCard = {
  readonly title: string
  readonly sentence: string
  /** Its first figure, and what that is; null where it has none. */
  readonly figure: { readonly name: string; readonly value: string } | null
  /** When it was read. */
  readonly asOf: string
  readonly locale: Locale
  /** A word that must not be missed, such as that the network is a local one. */
  readonly mark?: string
}

const PAD = 64
const TITLE = 52
const VALUE = 88
const TEXT = 28
const LINE = 42
const LINES = 4

/** A card of 1200 × 630 for a page that begins with no chart: its title, its first figure and what it is about. */
export const renderPageCard = ({ title, sentence, figure, asOf, locale, mark }: PageCard): string => {
  const { width, height } = cardSize
  const [ink, muted, rule, ember] = (['ink', 'muted', 'rule', 'ember'] as const).map((name) => paintOf(name, 'light'))
  const inner = width - 2 * PAD
  const line = (x: number, y: number, size: number, fill: string | undefined, text: string, more = '') =>
    `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${more}>${escapeXml(text)}</text>`
  const semibold = ' font-weight="600"'
  const words = wrapText(sentence, inner, TEXT)
  const most = figure === null ? LINES : LINES - 1
  const shown =
    words.length <= most ? words : [...words.slice(0, most - 1), fitText(words.slice(most - 1).join(' '), inner, TEXT)]
  const from = figure === null ? 210 : 390
  const foot = height - 34
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${escapeXml(fontFamily('embedded', locale) ?? '')}">` +
    `<title>${escapeXml(title)}</title>` +
    `<path fill="${paintOf('card', 'light')}" d="M0 0h${width}v${height}H0z"/><path fill="${ember}" d="M0 0h${width}v6H0z"/>` +
    line(PAD, 120, TITLE, ink, fitText(title, inner, TITLE), semibold) +
    (figure === null
      ? ''
      : line(PAD, 250, VALUE, ink, fitText(figure.value, inner, VALUE), semibold) +
        line(PAD, 310, TEXT, muted, fitText(figure.name, inner, TEXT))) +
    shown.map((text, i) => line(PAD, from + i * LINE, TEXT, muted, text)).join('') +
    `<path stroke="${rule}" d="M${PAD} ${height - 74}h${inner}"/>` +
    line(PAD, foot, 20, muted, [mark, asOf].filter(Boolean).join(' · ')) +
    `<text x="${width - PAD}" y="${foot + 2}" font-family="Inter" font-size="30" font-weight="600" text-anchor="end" fill="${ink}">spark<tspan fill="${ember}">scope</tspan></text>` +
    '</svg>'
  )
}
