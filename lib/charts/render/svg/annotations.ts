import { escapeXml } from '../../../format/escape-xml'
import type { Note, PlacedChart } from '../../layout/chart-layout'
import { pixel } from '../../layout/path'
import { halo, type Paint } from './paint'

/** A strip of this height on the ground line says that some of the series lack readings here. */
const STRIP = 7

export const gapsOf = ({ gaps, plot }: PlacedChart, { id }: Paint): string =>
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

export const eventsOf = ({ events, gaps, plot, points }: PlacedChart, paint: Paint): string => {
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
