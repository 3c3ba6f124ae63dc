import { escapeXml } from '../../../format/escape-xml'
import type { PlacedChart } from '../../layout/chart-layout'
import { LABEL_SIZE } from '../../layout/end-labels'
import { pixel } from '../../layout/path'
import { textWidth } from '../../layout/text-width'

type LabelLinks = {
  /** Where the chart without these series is; null: nowhere. */
  readonly hrefOf: (keys: readonly string[]) => string | null
  /** What the link does, for the series' name. */
  readonly say: (name: string) => string
}

type Spot = {
  readonly keys: readonly string[]
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
}

const widthOf = (name: string, value: string): number =>
  textWidth(name, LABEL_SIZE, 'semibold') + textWidth(value && ` ${value}`, LABEL_SIZE)

const spotsOf = ({ labels, legend }: PlacedChart): readonly Spot[] => [
  ...labels.map(({ keys, name, value, x, y, anchor }) => {
    const width = widthOf(name, value)
    return { keys, name, x: anchor === 'end' ? x - width : x, y: y - 8, width }
  }),
  ...legend.map(({ keys, name, value, x, y }) => ({ keys, name, x, y: y - 13, width: widthOf(name, value) + 18 })),
]

/**
 * Over a picture, plain links where its labels stand: a click takes the series out. For a pointer alone: the same links stand
 * in the list of series, where a keyboard and a screen reader find them.
 */
export const renderLabelLinks = (layout: PlacedChart, { hrefOf, say }: LabelLinks): string => {
  const { width, height } = layout.size
  const links = spotsOf(layout).flatMap(({ keys, name, x, y, width: wide }) => {
    const href = hrefOf(keys)
    return href === null
      ? []
      : `<a href="${escapeXml(href)}" rel="nofollow" tabindex="-1"><title>${escapeXml(say(name))}</title><rect x="${pixel(x - 3)}" y="${pixel(y)}" width="${pixel(wide + 6)}" height="17" fill="transparent" pointer-events="all"/></a>`
  })
  return links.length === 0
    ? ''
    : `<svg data-labels aria-hidden="true" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" pointer-events="none">${links.join('')}</svg>`
}
