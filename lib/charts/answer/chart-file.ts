import { type DecimalMark, isDecimalMark } from '../../format/csv'
import { ChartError } from '../chart-error'
import type { ChartLayout } from '../layout/chart-layout'
import { layoutChart } from '../layout/layout-chart'
import { isSizeName, sizeNames, sizes } from '../layout/sizes'
import { type LoadedChart, loadChart } from '../load/load-chart'
import { parseChartRequest } from '../load/parse-request'
import type { ChartSource } from '../load/source'
import type { Extension } from '../query/links'
import type { View } from '../query/view'
import { cardChartSize, renderCard } from '../render/card'
import { renderCsv } from '../render/csv'
import { renderDrawing } from '../render/drawing'
import { renderJson } from '../render/json'
import { renderPng } from '../render/png'
import { renderSvgFile } from '../render/svg-file'
import type { ChartState } from '../state/chart-state'
import { stateOf } from './build'
import { chartFileName } from './file-name'

/** A file beside a chart's page. */
export type ChartFile = {
  readonly type: string
  readonly body: string | Buffer
  /** The name it is saved under. */
  readonly name: string
  /** Nothing can be added to it any more: it may be kept for good. */
  readonly immutable: boolean
}

type Made = Omit<ChartFile, 'immutable' | 'name'>

/** Pictures stand in documents that have no theme: light unless the link says otherwise. */
const themeOf = ({ theme }: View): 'light' | 'dark' => (theme === 'dark' ? 'dark' : 'light')

/** What a picture of the local network must say of itself. */
const markOf = ({ local }: ChartLayout): { readonly mark?: string } => (local === null ? {} : { mark: local })

const jsonType = 'application/json; charset=utf-8'

/** What the interactive chart draws in one of a page's sizes, which links call frames. */
const drawing = (state: ChartState, { locale }: View, frame: string): Made => {
  if (!isSizeName(frame)) throw new ChartError('bad-parameter', `\`frame\` may be ${sizeNames.join(', ')}.`)
  const layout = layoutChart(state, sizes[frame], locale)
  return { type: jsonType, body: JSON.stringify(renderDrawing(state, layout, locale)) }
}

/** How the numbers of a .csv are written. */
const decimalOf = (search: URLSearchParams): DecimalMark => {
  const [asked = 'point', more] = search.getAll('decimal')
  if (more !== undefined || !isDecimalMark(asked))
    throw new ChartError('bad-parameter', '`decimal` may be point, comma.')
  return asked
}

type Make = (loaded: LoadedChart, state: ChartState, search: URLSearchParams) => Made | Promise<Made>

const files: Readonly<Record<Extension, Make>> = {
  json: (loaded, state) => ({ type: jsonType, body: JSON.stringify(renderJson(loaded, state, loaded.view.locale)) }),
  csv: ({ view }, state, search) => ({
    type: 'text/csv; charset=utf-8',
    body: renderCsv(state, view.locale, { decimal: decimalOf(search) }),
  }),
  svg: ({ view }, state) => {
    const layout = layoutChart(state, sizes.page, view.locale)
    return { type: 'image/svg+xml', body: renderSvgFile(layout, { theme: themeOf(view), ...markOf(layout) }) }
  },
  png: async ({ view }, state) => {
    const layout = layoutChart(state, cardChartSize, view.locale)
    const card = renderCard(layout, { theme: themeOf(view), ...markOf(layout) })
    return { type: 'image/png', body: await renderPng(card) }
  },
}

const isExtension = (text: string): text is Extension => Object.hasOwn(files, text)

/** A chart's picture or data in the state that an address names. @throws ChartError */
export const chartFile = async (source: ChartSource, slug: string, ext: string, url: URL): Promise<ChartFile> => {
  if (!isExtension(ext)) throw new ChartError('not-found')
  // the path as it was asked for, before it was rewritten
  const locale = url.pathname.startsWith('/zh-Hant/') ? 'zh-Hant' : 'en'
  const { chart, view } = await parseChartRequest(source, slug, url.searchParams, { locale })
  const loaded = await loadChart(source, chart, view)
  const state = stateOf(loaded)
  const name = chartFileName(chart, view, state.asOf, ext)
  const frame = ext === 'json' ? url.searchParams.get('frame') : null
  // a drawing is for the scripts of this build
  if (frame !== null) return { ...drawing(state, view, frame), name, immutable: false }
  return { ...(await files[ext](loaded, state, url.searchParams)), name, immutable: loaded.complete }
}
