import { respond } from '@/app/api/respond'
import { numbersEndpoint } from '@/lib/api/endpoints/numbers'
import { numbersJson } from '@/lib/api/number-json'
import { parseQuery } from '@/lib/api/parse-query'
import { selectNumbers } from '@/lib/api/select-numbers'
import { snapshotOf } from '@/lib/api/snapshots'
import { getAppRuntime } from '@/lib/server/app-runtime'

export const dynamic = 'force-dynamic'

export const GET = (request: Request) =>
  respond(async () => {
    const { at, ...filter } = parseQuery(numbersEndpoint.query, new URL(request.url).searchParams)
    const runtime = getAppRuntime()
    const snapshot = await snapshotOf(runtime, at)
    return numbersJson(runtime.network, snapshot, selectNumbers(snapshot.numbers, filter))
  })
