import { retryHeaders } from '@/app/api/respond'
import { markImmutable } from '@/app/files/answer'
import { problemOf, problems } from '@/lib/api/problem'
import { loadChart } from '@/lib/charts/load/load-chart'
import { askedChart } from '@/lib/charts/load/parse-request'
import { frameDocument, refusalDocument, refusalWords } from '@/lib/charts/render/embed-document'
import { isLocale } from '@/lib/i18n/locales'
import { reportDefect } from '@/lib/server/app-runtime'
import { requestContext } from '@/lib/server/request-context'

export const dynamic = 'force-dynamic'

type Context = { readonly params: Promise<{ readonly slug: string }> }

const html = (body: string, status = 200): Response =>
  new Response(body, { status, headers: { ...retryHeaders(status), 'content-type': 'text/html; charset=utf-8' } })

/** A chart as a frame for other sites: `/embed/v1/{slug}`, in the state that the query names. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params
  const { searchParams } = new URL(request.url)
  const { nonce } = requestContext(request.headers)
  try {
    const { chart, view } = await askedChart(slug, searchParams)
    const loaded = await loadChart(chart, view)
    return markImmutable(html(frameDocument(loaded, nonce)), loaded.complete)
  } catch (error) {
    const problem = problemOf(error, reportDefect)
    const asked = searchParams.get('locale') ?? 'en'
    const locale = isLocale(asked) ? asked : 'en'
    return html(refusalDocument(locale, refusalWords(locale, problem), nonce), problems[problem.code].status)
  }
}
