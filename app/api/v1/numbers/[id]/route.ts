import { respond } from '@/app/api/respond'
import { numberEndpoint } from '@/lib/api/endpoints/number'
import { parseQuery } from '@/lib/api/parse-query'
import { proofAnswer } from '@/lib/api/proof'
import { snapshotOf } from '@/lib/api/snapshots'
import { getAppRuntime } from '@/lib/server/app-runtime'

export const dynamic = 'force-dynamic'

export const GET = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  respond(async () => {
    const { at } = parseQuery(numberEndpoint.query, new URL(request.url).searchParams)
    const runtime = getAppRuntime()
    return proofAnswer(runtime.network, await snapshotOf(runtime, at), (await params).id)
  })
