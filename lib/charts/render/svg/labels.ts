import { escapeXml } from '../../../format/escape-xml'
import type { EndLabel, LegendItem, PlacedChart } from '../../layout/chart-layout'
import { LABEL_SIZE } from '../../layout/end-labels'
import { pixel } from '../../layout/path'
import { textWidth } from '../../layout/text-width'
import { halo, MIDDLE, type Paint } from './paint'

/** Moved further than this from its series' end, a label is connected with it by a hairline. */
const TIED = 7

/** A card-coloured ground under words that stand inside the plot, over what is drawn there. */
const groundOf = ({ x, y, name, value }: EndLabel, { surface }: Paint): string => {
  const width = textWidth(name, LABEL_SIZE, 'semibold') + textWidth(` ${value}`, LABEL_SIZE)
  return `<rect x="${pixel(x - 3)}" y="${pixel(y - 7.5)}" width="${pixel(width + 6)}" height="15" rx="2" fill="${surface('card')}" fill-opacity=".8" stroke="none"/>`
}

export const labelsOf = ({ labels, plot }: PlacedChart, paint: Paint): string => {
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

export const legendOf = ({ legend }: PlacedChart, paint: Paint): string =>
  legend
    .map((item) => {
      const value = item.value === '' ? '' : ` <tspan fill="${paint.surface('muted')}">${escapeXml(item.value)}</tspan>`
      return `${swatch(item, paint)}<text x="${pixel(item.x + 18)}" y="${pixel(item.y)}" fill="${paint.surface('ink')}"><tspan font-weight="600">${escapeXml(item.name)}</tspan>${value}</text>`
    })
    .join('')

export const emptyOf = ({ empty, plot }: PlacedChart, { surface }: Paint): string =>
  empty === null
    ? ''
    : `<text x="${pixel((plot.left + plot.right) / 2)}" y="${pixel((plot.top + plot.bottom) / 2)}" text-anchor="middle" fill="${surface('muted')}">${escapeXml(empty)}</text>`
