import { formatDate, formatDateTime } from '../../format/date'
import { escapeXml } from '../../format/escape-xml'
import type { Locale } from '../../format/locale'
import { formatBlock } from '../../format/number'
import { DAY } from '../../format/time'
import { barEnds } from '../state/bar-ends'
import { blocksByChain } from '../state/blocks'
import type { ChartDocument, ChartState, XDomain } from '../state/chart-state'
import { fullFigure } from '../state/figures'
import { chainName, phrases } from '../words'

type TableHead = {
  readonly key: string
  readonly name: string
  /** Numbers stand right-aligned under each other. */
  readonly numeric: boolean
}

type TableRow = {
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

const unitOf = ({ unit, symbol }: ChartDocument): string =>
  unit === 'usd' ? ' (USD)' : unit === 'token' && symbol !== undefined ? ` (${symbol})` : ''

const firstHead = (x: XDomain, hasBars: boolean, locale: Locale): string => {
  if (x.kind === 'ratio') return x.title[locale]
  return hasBars ? phrases[locale].from : phrases[locale].time
}

/** The block of each chain at each instant: as points name it, and with `sums` as sums over chains have it. */
const blockColumns = ({ series, instants, chainBlocks }: ChartState, sums: boolean) => {
  const own = blocksByChain(series)
  const more = [...(sums ? chainBlocks : [])].filter(([chain]) => !own.has(chain))
  return [...own, ...more.map(([chain, at]) => [chain, instants.map((t) => at.get(t)?.block ?? null)] as const)]
}

/** All that is drawn, in words and full digits: newest first, at most `most` rows, each with the blocks it was read at. */
export const tableOf = (
  state: ChartState,
  locale: Locale,
  { most = Number.POSITIVE_INFINITY, sums = false }: { readonly most?: number; readonly sums?: boolean } = {},
): Table => {
  const { document, series, instants, x } = state
  const { unit, title } = document
  const ends = barEnds(series)
  const blocks = blockColumns(state, sums)
  const time = (t: number): string => (t % DAY === 0 ? formatDate(t, locale) : formatDateTime(t, locale))
  const order = Array.from(instants.keys())
  if (x.kind === 'time' && ends === null) order.reverse()
  return {
    caption: title[locale],
    head: [
      { key: 't', name: firstHead(x, ends !== null, locale), numeric: false },
      ...(ends === null ? [] : [{ key: 'to', name: phrases[locale].until, numeric: false }]),
      ...series.map(({ spec }) => ({
        key: spec.key,
        name: `${spec.name[locale]}${unitOf(document)}`,
        numeric: true,
      })),
      ...blocks.map(([chain]) => ({
        key: `block-${chain}`,
        name: `${chainName(chain, locale)} · ${phrases[locale].block}`,
        numeric: true,
      })),
    ],
    rows: order.slice(0, most).map((i): TableRow => {
      const at = instants[i] ?? 0
      return {
        at,
        cells: [
          x.kind === 'ratio' ? fullFigure(String(at), { unit: 'ratio', locale }) : time(at),
          ...(ends === null ? [] : [time(ends.get(at) ?? at)]),
          ...series.map(({ values }) => fullFigure(values[i] ?? null, { unit, locale })),
          ...blocks.map(([, of]) => formatBlock(of[i] ?? null)),
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

/** As text, for pages and embeds alike: hundreds of rows of elements would be hydrated. */
export const renderTable = ({ caption, head, rows }: Table): string =>
  `<table class="chart-table"><caption class="sr-only">${escapeXml(caption)}</caption><thead><tr>${head
    .map(({ name, numeric }) => `<th scope="col"${numeric ? ' class="n"' : ''}>${escapeXml(name)}</th>`)
    .join('')}</tr></thead><tbody>${rows.map(({ cells }) => htmlRow(head, cells)).join('')}</tbody></table>`
