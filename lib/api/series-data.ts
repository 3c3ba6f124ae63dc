import type { Snapshot } from '../snapshot/types'
import type { Store } from '../store/types'
import type { Data } from './response'
import { readSeriesAnswer, seriesCsv, seriesJson } from './series'
import { seriesQueryOf } from './series-query'

type Source = { latest(): Snapshot | null; readonly store: Pick<Store, 'readSeries' | 'gaps'> }

/** The series that a query asks for, as JSON or CSV; `clock` is now, in unix seconds, until a snapshot says. Throws Problem. */
export const seriesData = async (
  { latest, store }: Source,
  search: URLSearchParams,
  clock: number,
): Promise<Data & { readonly immutable: boolean }> => {
  const snapshot = latest()
  const query = seriesQueryOf(search, snapshot?.time ?? clock)
  const answer = await readSeriesAnswer(store, snapshot, query)
  const immutable = answer.complete
  if (query.format === 'json') return { immutable, type: 'application/json', body: JSON.stringify(seriesJson(answer)) }
  return { immutable, type: 'text/csv', body: seriesCsv(answer), file: 'sparkscope-series.csv' }
}
