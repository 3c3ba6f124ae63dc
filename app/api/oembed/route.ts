import { respond } from '@/app/api/respond'
import { chartOembed } from '@/lib/charts/answer/oembed'
import { getAppRuntime } from '@/lib/server/app-runtime'
import { requestContext } from '@/lib/server/request-context'

export const dynamic = 'force-dynamic'

/** The embed of a chart's address (oEmbed 1.0, JSON). */
export const GET = (request: Request): Promise<Response> =>
  respond(() => {
    const { origin } = requestContext(request.headers)
    return chartOembed(getAppRuntime(), origin, new URL(request.url).searchParams)
  })
