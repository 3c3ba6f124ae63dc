import { formatDate, formatDateTime } from '../../format/date'
import { escapeXml } from '../../format/escape-xml'
import { formatBlock } from '../../format/number'
import { DAY } from '../../format/time'
import type { Scope } from '../../metrics/types'
import type { Column, Model } from '../layout/chart-layout'
import { fullFigure } from '../state/figures'
import { chainName, says } from '../words'

export type TableHead = {
  readonly key: string
  readonly name: string
  /** Numbers stand right-aligned under each other. */
  readonly numeric: boolean
}

export type TableRow = {
  /** Unix seconds, or a fraction on a curve. */
  readonly at: number
  readonly cells: readonly string[]
}

export type Table = {
  readonly caption: string
  readonly head: readonly TableHead[]
  /** Newest first. */
  readonly rows: readonly TableRow[]
  /** How many rows there are in all, where not all are here. */
  readonly of: number
}

const unitOf = ({ unit }: Column, symbol: string | undefined): string =>
  unit === 'usd' ? ' (USD)' : unit === 'token' && symbol !== undefined ? ` (${symbol})` : ''

/** All that is drawn, in words and full digits: newest first, at most `most` rows, each with the blocks it was read at. */
export const paintTable = (
  model: Model,
  { most = Number.POSITIVE_INFINITY }: { readonly most?: number } = {},
): Table => {
  const { data, locale, x, y } = model
  const { instants, ends, columns, blocks } = data
  // safe: only scopes are keys of the blocks
  const chains = Object.keys(blocks) as readonly Exclude<Scope, 'all'>[]
  const say = says[locale]
  const time = (t: number): string => (t % DAY === 0 ? formatDate(t, locale) : formatDateTime(t, locale))
  const first = x.kind === 'ratio' ? (x.title ?? '') : ends === undefined ? say.time : say.from
  const order = Array.from(instants.keys())
  if (x.kind === 'time' && ends === undefined) order.reverse()
  return {
    caption: model.title,
    head: [
      { key: 't', name: first, numeric: false },
      ...(ends === undefined ? [] : [{ key: 'to', name: say.until, numeric: false }]),
      ...columns.map((column) => ({
        key: column.key,
        name: `${column.name}${unitOf(column, y.symbol)}`,
        numeric: true,
      })),
      ...chains.map((chain) => ({
        key: `block-${chain}`,
        name: `${chainName(chain, locale)} · ${say.block}`,
        numeric: true,
      })),
    ],
    rows: order.slice(0, most).map((i): TableRow => {
      const at = instants[i] ?? 0
      return {
        at,
        cells: [
          x.kind === 'ratio' ? fullFigure(String(at), { unit: 'ratio', locale }) : time(at),
          ...(ends === undefined ? [] : [time(ends[i] ?? at)]),
          ...columns.map(({ values, unit }) => fullFigure(values[i] ?? null, { unit, locale })),
          ...chains.map((chain) => formatBlock(blocks[chain]?.[i] ?? null)),
        ],
      }
    }),
    of: instants.length,
  }
}

const htmlRow = (head: Table['head'], cells: readonly string[]): string =>
  `<tr>${cells
    .map((cell, i) => {
      const tag = i === 0 ? 'th scope="row"' : head[i]?.numeric ? 'td class="n"' : 'td'
      return `<${tag}>${escapeXml(cell)}</${tag.slice(0, 2)}>`
    })
    .join('')}</tr>`

/** As text, for pages and frames alike: hundreds of rows of elements would be hydrated. */
export const tableHtml = ({ caption, head, rows }: Table): string =>
  `<table class="chart-table"><caption class="sr-only">${escapeXml(caption)}</caption><thead><tr>${head
    .map(({ name, numeric }) => `<th scope="col"${numeric ? ' class="n"' : ''}>${escapeXml(name)}</th>`)
    .join('')}</tr></thead><tbody>${rows.map(({ cells }) => htmlRow(head, cells)).join('')}</tbody></table>`
