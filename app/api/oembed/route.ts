import { respond } from '@/app/api/respond'
import { type OEmbedAnswer, oembedEndpoint } from '@/lib/api/endpoints/oembed'
import { parseQuery } from '@/lib/api/parse-query'
import { chartOembed } from '@/lib/charts/answer/oembed'
import { getAppRuntime } from '@/lib/server/app-runtime'
import { requestContext } from '@/lib/server/request-context'

export const dynamic = 'force-dynamic'

/** The embed of a chart's address (oEmbed 1.0, JSON). */
export const GET = (request: Request): Promise<Response> =>
  respond((): Promise<OEmbedAnswer> => {
    const { origin } = requestContext(request.headers)
    const query = parseQuery(oembedEndpoint.query, new URL(request.url).searchParams)
    return chartOembed(getAppRuntime(), origin, query)
  })
