import { chainBySlug } from '../../chains'
import { asciiText } from '../../format/ascii'
import { type CsvOptions, csvText } from '../../format/csv'
import { isoTime } from '../../format/date'
import type { Locale } from '../../format/locale'
import type { ChartState } from '../state/chart-state'
import { numbersOfSeries, rowsOf } from '../state/rows'

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
  network: 'text',
  day: 'day',
} as const

/** Exactly what is drawn, a row a value. A hash stands behind its chain, or tools read it as a number. */
export const renderCsv = (state: ChartState, locale: Locale, options: CsvOptions = {}): string => {
  const { unit, symbol } = state.document
  const rows = state.series.flatMap((series) => {
    const { name, chain } = series.spec
    const about = [locale === 'en' ? asciiText(name.en) : name[locale], numbersOfSeries(series).join(' ')]
    const kind = [unit === 'token' ? (symbol ?? unit) : unit, series.class, chain]
    const chainId = chain === 'all' ? null : chainBySlug(chain).id
    return rowsOf(series, state).map(({ t, value, status, block, blockHash, blockTime, methodVersion }) => [
      ...about,
      t,
      isoTime(t),
      value,
      status,
      ...kind,
      chainId,
      block,
      blockHash === null ? null : `${chain}:${blockHash}`,
      blockTime,
      methodVersion,
      state.network,
      t,
    ])
  })
  return csvText(columns, rows, options)
}
