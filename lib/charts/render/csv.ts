import { chainBySlug } from '../../chains'
import { csvText } from '../../format/csv'
import type { Locale } from '../../format/locale'
import type { ChartState } from '../state/chart-state'
import { numbersOfSeries, rowsOf } from '../state/rows'

const head = [
  'series',
  'number',
  't',
  'time',
  'value',
  'status',
  'unit',
  'class',
  'chain',
  'chain_id',
  'block',
  'block_hash',
  'block_time',
  'method_version',
  'network',
]

/** Exactly what is drawn, a row a value. */
export const renderCsv = (state: ChartState, locale: Locale): string => {
  const { unit, symbol } = state.document
  const rows = state.series.flatMap((series) => {
    const { name, chain } = series.spec
    const about = [name[locale], numbersOfSeries(series).join(' ')]
    const kind = [unit === 'token' ? (symbol ?? unit) : unit, series.class, chain]
    const chainId = chain === 'all' ? null : chainBySlug(chain).id
    return rowsOf(series, state).map(({ t, value, status, block, blockHash, blockTime, methodVersion }) => {
      const time = new Date(t * 1000).toISOString().replace('.000Z', 'Z')
      return [
        ...about,
        t,
        time,
        value,
        status,
        ...kind,
        chainId,
        block,
        blockHash,
        blockTime,
        methodVersion,
        state.network,
      ]
    })
  })
  return csvText(head, rows)
}
