import { chainBySlug } from '../../chains'
import { asciiText } from '../../format/ascii'
import { type CsvOptions, csvText } from '../../format/csv'
import { isoTime } from '../../format/date'
import type { Locale } from '../../format/locale'
import type { AlignedSeries } from '../state/aligned-series'
import type { ReadBlock } from '../state/chart-data'
import type { ChartState } from '../state/chart-state'
import { missingInstants } from '../state/missing-instants'
import { missingRow, numbersOfSeries, type Row, rowsOf } from '../state/rows'

const columns = {
  series: 'text',
  number: 'text',
  t: 'number',
  time: 'text',
  value: 'number',
  status: 'text',
  unit: 'text',
  class: 'text',
  chain: 'text',
  chain_id: 'number',
  block: 'number',
  block_hash: 'text',
  block_time: 'number',
  method_version: 'number',
  blocks: 'text',
  block_hashes: 'text',
  network: 'text',
  day: 'day',
} as const

/** Of a sum, each chain with its own: `ethereum:23484348 base:31002211`. */
const perChain = ({ blocks = {} }: Row, of: (block: ReadBlock) => string): string | null =>
  Object.entries(blocks)
    .map(([chain, block]) => `${chain}:${of(block)}`)
    .join(' ') || null

/** What is known of a series, and what is not: a row for each instant at which it was due, in their order. */
const allRows = (series: AlignedSeries, state: ChartState, missing: readonly number[]): readonly Row[] => {
  const rows = rowsOf(series, state)
  if (missing.length === 0 || numbersOfSeries(series).length === 0) return rows
  return [...rows, ...missing.map(missingRow)].sort((a, b) => a.t - b.t)
}

/**
 * Exactly what is drawn, a row a value; a reading that is missing has a row that says so. A hash stands behind its chain, or
 * tools read it as a number.
 */
export const renderCsv = (state: ChartState, locale: Locale, options: CsvOptions = {}): string => {
  const { unit, symbol } = state.document
  const missing = missingInstants(state)
  const rows = state.series.flatMap((series) => {
    const { name, chain } = series.spec
    const about = [locale === 'en' ? asciiText(name.en) : name[locale], numbersOfSeries(series).join(' ')]
    const kind = [unit === 'token' ? (symbol ?? unit) : unit, series.class, chain]
    const chainId = chain === 'all' ? null : chainBySlug(chain).id
    return allRows(series, state, missing).map((row) => {
      const { t, value, status, block, blockHash, blockTime, methodVersion } = row
      const read = [block, blockHash === null ? null : `${chain}:${blockHash}`, blockTime, methodVersion]
      const sums = [perChain(row, (each) => each.block), perChain(row, (each) => each.hash)]
      return [...about, t, isoTime(t), value, status, ...kind, chainId, ...read, ...sums, state.network, t]
    })
  })
  return csvText(columns, rows, options)
}
