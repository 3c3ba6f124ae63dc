import type { ChartLayout, Size } from '../../layout/chart-layout'
import { layoutChart } from '../../layout/layout-chart'
import type { View } from '../../query/view'
import type { ChartState } from '../../state/chart-state'
import { renderSvg } from '../svg'
import { renderLabelLinks } from '../svg/label-links'

/** Widths that a picture is laid out for; each is enlarged up to the next, so that its words are never smaller than drawn. */
const widths = [
  { name: 's', width: 290, narrow: true },
  { name: 'm', width: 400, narrow: true },
  { name: 'l', width: 600, narrow: false },
  { name: 'x', width: 940, narrow: false },
] as const
/** And heights: what is narrow has its names below it. */
const heightsOf = (narrow: boolean): readonly number[] => (narrow ? [110, 180, 300] : [110, 170, 240])

/** A picture may be shrunk to this, at which its words of 12 px are still 10. */
const LEAST = 0.84

export type EmbedPicture = Size & {
  /** Of its element. */
  readonly name: string
  /** What the place of the picture must measure for this one to be shown. */
  readonly query: string
}

const between = (side: 'width' | 'height', from: number | undefined, to: number | undefined): readonly string[] => [
  ...(from === undefined ? [] : [`(min-${side}:${from}px)`]),
  ...(to === undefined ? [] : [`(max-${side}:${to - 0.02}px)`]),
]

/** One for each width and height of a frame: which of them is seen is a question of its real size, not of a script. */
export const embedPictures: readonly EmbedPicture[] = widths.flatMap((each, i) =>
  heightsOf(each.narrow).map((height, j, heights): EmbedPicture => {
    const least = (tall: number | undefined) => (tall === undefined ? undefined : Math.ceil(tall * LEAST))
    const query = [
      ...between('width', i === 0 ? undefined : each.width, widths[i + 1]?.width),
      ...between('height', j === 0 ? undefined : least(height), least(heights[j + 1])),
    ].join(' and ')
    return { ...each, height, name: `${each.name}${j}`, query }
  }),
)

/** The one that is seen where a browser cannot measure. */
const FALLBACK = 'l2'

export const pictureStyle = [
  `.p>div{display:none}@supports not (container-type:size){.${FALLBACK}{display:block!important}}`,
  ...embedPictures.map(({ name, query }) => `@container ${query}{.${name}{display:block!important}}`),
].join('')

export type Laid = { readonly name: string; readonly layout: ChartLayout }

export const layPictures = (state: ChartState, { locale }: View): readonly Laid[] =>
  embedPictures.map(({ name, width, height, narrow }) => ({
    name,
    layout: layoutChart(state, { width, height, narrow }, locale),
  }))

/** The pixel that a value of one layout stands at in another, along y: both are even on the scale's own terms. */
const stretchY = (from: ChartLayout, to: ChartLayout): readonly [by: number, plus: number] => {
  const place = (value: number) => (from.y.scale === 'log' ? Math.log10(value) : value)
  const lineOf = ({ y: { min, max }, plot: { top, bottom } }: ChartLayout) => {
    const steep = (bottom - top) / (place(max) - place(min))
    return { steep, base: bottom + place(min) * steep }
  }
  const [a, b] = [lineOf(from), lineOf(to)]
  const by = b.steep / a.steep
  return [by, b.base - a.base * by]
}

const short = (n: number): string => String(Math.round(n * 1e4) / 1e4)

/** From one layout's pixels to another's: the same outlines serve every size. */
const transformTo = (from: ChartLayout, to: ChartLayout): string => {
  const x = (to.plot.right - to.plot.left) / (from.plot.right - from.plot.left)
  const [y, down] = stretchY(from, to)
  return `matrix(${short(x)} 0 0 ${short(y)} ${short(to.plot.left - from.plot.left * x)} ${short(down)})`
}

type Shared = { readonly definitions: string; readonly laid: readonly Laid[] }

/** The outlines of one layout, written once; and all of them with these in place of their own. */
export const shareOutlines = (laid: readonly Laid[]): Shared => {
  const from = laid.at(-1)?.layout
  if (from === undefined) return { definitions: '', laid }
  const ids = new Map(from.layers.map(({ key }, i) => [key, `o${i}`]))
  const paths = from.layers.map(
    ({ key, d }) => `<path id="${ids.get(key)}" vector-effect="non-scaling-stroke" d="${d}"/>`,
  )
  return {
    definitions: `<svg class="o" width="0" height="0" aria-hidden="true"><defs>${paths.join('')}</defs></svg>`,
    laid: laid.map(({ name, layout }) => {
      const transform = transformTo(from, layout)
      const layers = layout.layers.map((layer) => {
        const id = ids.get(layer.key)
        return id === undefined ? layer : { ...layer, shared: { id, transform } }
      })
      return { name, layout: { ...layout, layers } }
    }),
  }
}

/** Each picture in an element of its own; `hrefOf` leads from a label to the chart without its series. */
export const drawPictures = (
  laid: readonly Laid[],
  links: { readonly hrefOf: (keys: readonly string[]) => string | null; readonly say: (name: string) => string } | null,
): string =>
  laid
    .map(({ name, layout }) => {
      const over = links === null ? '' : renderLabelLinks(layout, links)
      return `<div class="${name}">${renderSvg(layout, { theme: 'auto', fontMode: 'web', id: name })}${over}</div>`
    })
    .join('')
