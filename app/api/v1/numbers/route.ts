import { respond } from '@/app/api/respond'
import { numbersJson } from '@/lib/api/json'
import { filterOf, momentOf, selectNumbers } from '@/lib/api/query'
import { snapshotOf } from '@/lib/api/snapshots'
import { getAppRuntime } from '@/lib/server/app-runtime'

export const dynamic = 'force-dynamic'

export function GET(request: Request) {
  const query = new URL(request.url).searchParams
  return respond(async () => {
    const filter = filterOf(query)
    const snapshot = await snapshotOf(getAppRuntime(), momentOf(query))
    return numbersJson(snapshot, selectNumbers(snapshot.numbers, filter))
  })
}
