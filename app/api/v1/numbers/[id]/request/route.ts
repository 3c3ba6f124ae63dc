import { respondWith } from '@/app/api/respond'
import { recheckRequestEndpoint } from '@/lib/api/endpoints/recheck-request'
import { parseQuery } from '@/lib/api/parse-query'
import { recheckRequest } from '@/lib/api/proof'
import { snapshotOf } from '@/lib/api/snapshots'
import { getAppRuntime } from '@/lib/server/app-runtime'

export const dynamic = 'force-dynamic'

export const GET = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  respondWith(async () => {
    const { at, chain } = parseQuery(recheckRequestEndpoint.query, new URL(request.url).searchParams)
    const file = recheckRequest(await snapshotOf(getAppRuntime(), at), (await params).id, chain)
    return { immutable: false, type: 'application/json', ...file }
  })
