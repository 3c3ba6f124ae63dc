import { respondWith } from '@/app/api/respond'
import { readSeriesAnswer, seriesCsv, seriesFileName, seriesJson } from '@/lib/api/series'
import { seriesQueryOf } from '@/lib/api/series-query'
import { getAppRuntime } from '@/lib/server/app-runtime'

export const dynamic = 'force-dynamic'

export function GET(request: Request) {
  return respondWith(async () => {
    const { network, latest, store } = getAppRuntime()
    const snapshot = latest()
    const query = seriesQueryOf(new URL(request.url).searchParams, snapshot?.time ?? Math.floor(Date.now() / 1000))
    const answer = await readSeriesAnswer(store, snapshot, query)
    const about = { immutable: answer.complete, file: seriesFileName(query) }
    if (query.format === 'json')
      return { ...about, type: 'application/json', body: JSON.stringify(seriesJson(network, answer)) }
    return { ...about, type: 'text/csv', body: seriesCsv(network, answer) }
  })
}
