import { problemOf, problems } from '@/lib/api/problem'
import { retryHeaders } from '@/lib/api/response'
import { chartEmbed } from '@/lib/charts/answer/chart-embed'
import { renderEmbedRefusal } from '@/lib/charts/render/embed/refusal'
import { isLocale } from '@/lib/i18n/locales'
import { getAppRuntime, reportDefect } from '@/lib/server/app-runtime'
import { immutableHeader } from '@/lib/server/lifetimes'
import { requestContext } from '@/lib/server/request-context'

export const dynamic = 'force-dynamic'

type Context = { readonly params: Promise<{ readonly slug: string }> }

const html = (body: string, headers: Readonly<Record<string, string>>, status = 200): Response =>
  new Response(body, { status, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })

/** A chart as a document for other sites: `/embed/v1/{slug}`, in the state that the query names. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params
  const { searchParams } = new URL(request.url)
  const { nonce } = requestContext(request.headers)
  try {
    const { body, immutable } = await chartEmbed(getAppRuntime(), slug, searchParams, nonce)
    return html(body, immutable ? immutableHeader : {})
  } catch (error) {
    const { code } = problemOf(error, reportDefect)
    const asked = searchParams.get('locale') ?? 'en'
    const locale = isLocale(asked) ? asked : 'en'
    const { status } = problems[code]
    return html(renderEmbedRefusal(error, { code, locale, nonce }), retryHeaders(status), status)
  }
}
