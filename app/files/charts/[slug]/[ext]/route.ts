import { problemOf } from '@/lib/api/problem'
import { problemResponse } from '@/lib/api/response'
import { chartFile } from '@/lib/charts/answer/chart-file'
import { getAppRuntime, reportDefect } from '@/lib/server/app-runtime'
import { immutableHeader } from '@/lib/server/lifetimes'

export const dynamic = 'force-dynamic'

type Context = { readonly params: Promise<{ readonly slug: string; readonly ext: string }> }

/** A chart's picture or data in the state that the query names: `/charts/{slug}.svg|.png|.csv|.json`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { slug, ext } = await params
    const { body, type, name, immutable } = await chartFile(getAppRuntime(), slug, ext, new URL(request.url))
    const headers = {
      'access-control-allow-origin': '*',
      ...(immutable ? immutableHeader : {}),
      'content-type': type,
      'content-disposition': `inline; filename="${name}"`,
    }
    return new Response(typeof body === 'string' ? body : new Uint8Array(body), { headers })
  } catch (error) {
    return problemResponse(problemOf(error, reportDefect))
  }
}
