import type { Network } from '../chains'
import type { Snapshot } from '../snapshot/types'
import type { Store } from '../store/types'
import type { Data } from './response'
import { readSeriesAnswer, seriesFileName } from './series'
import { seriesQueryOf } from './series-query'
import { seriesText } from './series-text'

type Source = {
  readonly network: Network
  latest(): Snapshot | null
  readonly store: Pick<Store, 'readSeries' | 'gaps'>
}

/**
 * The series that a query asks for, as JSON or CSV; `clock` is now, in unix seconds, until a snapshot says. Throws Problem, and
 * where it was aborted.
 */
export const seriesData = async (
  { network, latest, store }: Source,
  search: URLSearchParams,
  clock: number,
  signal?: AbortSignal,
): Promise<Data & { readonly immutable: boolean }> => {
  const snapshot = latest()
  const query = seriesQueryOf(search, snapshot?.time ?? clock)
  const answer = await readSeriesAnswer(store, snapshot, query, signal)
  return {
    immutable: answer.complete,
    file: seriesFileName(query),
    type: query.format === 'json' ? 'application/json' : 'text/csv',
    body: await seriesText(network, answer, signal),
  }
}
