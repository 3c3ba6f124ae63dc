import { escapeXml } from '../../../format/escape-xml'
import type { PlacedChart } from '../../layout/chart-layout'
import { pixel } from '../../layout/path'
import { MIDDLE, type Paint } from './paint'

export const grid = ({ y, plot }: PlacedChart, { surface }: Paint): string => {
  const width = pixel(plot.right - plot.left)
  const lines = y.ticks.filter(({ at }) => at !== y.zero).map(({ at }) => `M${pixel(plot.left)} ${pixel(at)}h${width}`)
  return lines.length === 0 ? '' : `<path stroke="${surface('rule')}" d="${lines.join('')}"/>`
}

/** Drawn over the surfaces, so that heights can be read inside them. */
export const gridOver = ({ y, plot, layers }: PlacedChart, { surface }: Paint): string => {
  if (!layers.some(({ mark }) => mark === 'area')) return ''
  const width = pixel(plot.right - plot.left)
  const lines = y.ticks.filter(({ at }) => at !== y.zero).map(({ at }) => `M${pixel(plot.left)} ${pixel(at)}h${width}`)
  return `<path stroke="${surface('card')}" stroke-opacity=".28" d="${lines.join('')}"/>`
}

export const baseline = ({ y, plot }: PlacedChart, { surface }: Paint): string => {
  const at = y.zero ?? plot.bottom
  return `<path stroke="${surface('edge')}" d="M${pixel(plot.left)} ${pixel(at)}h${pixel(plot.right - plot.left)}"/>`
}

export const axes = ({ x, y, plot }: PlacedChart, { surface }: Paint): string => {
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
