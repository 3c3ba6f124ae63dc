import { respondWith } from '@/app/api/respond'
import { readSeriesAnswer, seriesCsv, seriesJson } from '@/lib/api/series'
import { seriesQueryOf } from '@/lib/api/series-query'
import { getAppRuntime } from '@/lib/server/app-runtime'

export const dynamic = 'force-dynamic'

export function GET(request: Request) {
  return respondWith(async () => {
    const { network, latest, store } = getAppRuntime()
    const snapshot = latest()
    const query = seriesQueryOf(new URL(request.url).searchParams, snapshot?.time ?? Math.floor(Date.now() / 1000))
    const answer = await readSeriesAnswer(store, snapshot, query)
    const immutable = answer.complete
    if (query.format === 'json')
      return { immutable, type: 'application/json', body: JSON.stringify(seriesJson(network, answer)) }
    return { immutable, type: 'text/csv', body: seriesCsv(network, answer), file: 'sparkscope-series.csv' }
  })
}
