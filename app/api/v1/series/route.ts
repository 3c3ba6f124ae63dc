import { respondWith } from '@/app/api/respond'
import { seriesData } from '@/lib/api/series-data'
import { getAppRuntime } from '@/lib/server/app-runtime'

export const dynamic = 'force-dynamic'

export const GET = (request: Request) =>
  respondWith(() =>
    seriesData(getAppRuntime(), new URL(request.url).searchParams, Math.floor(Date.now() / 1000), request.signal),
  )
