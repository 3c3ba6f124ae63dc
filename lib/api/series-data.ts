import type { Network } from '../chains'
import type { Snapshot } from '../snapshot/types'
import type { Store } from '../store/types'
import type { Data } from './response'
import { readSeriesAnswer, seriesCsv, seriesFileName, seriesJson } from './series'
import { seriesQueryOf } from './series-query'

type Source = {
  readonly network: Network
  latest(): Snapshot | null
  readonly store: Pick<Store, 'readSeries' | 'gaps'>
}

/** The series that a query asks for, as JSON or CSV; `clock` is now, in unix seconds, until a snapshot says. Throws Problem. */
export const seriesData = async (
  { network, latest, store }: Source,
  search: URLSearchParams,
  clock: number,
): Promise<Data & { readonly immutable: boolean }> => {
  const snapshot = latest()
  const query = seriesQueryOf(search, snapshot?.time ?? clock)
  const answer = await readSeriesAnswer(store, snapshot, query)
  const about = { immutable: answer.complete, file: seriesFileName(query) }
  if (query.format === 'json')
    return { ...about, type: 'application/json', body: JSON.stringify(seriesJson(network, answer)) }
  return { ...about, type: 'text/csv', body: seriesCsv(network, answer) }
}
