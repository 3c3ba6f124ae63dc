import { askedChart } from '@/app/_charts/ask'
import { frameDocument, refusalDocument, wordsOf } from '@/app/_charts/frame'
import { loadChart } from '@/app/_charts/load'
import { Problem, problems } from '@/lib/api/problem'
import { isLocale } from '@/lib/i18n/locales'

export const dynamic = 'force-dynamic'

type Context = { readonly params: Promise<{ readonly slug: string }> }

const html = (body: string, status = 200): Response =>
  new Response(body, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })

/** A chart as a frame for other sites: `/embed/v1/{slug}`, in the state that the query names. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params
  const { searchParams } = new URL(request.url)
  const nonce = request.headers.get('x-nonce') ?? ''
  try {
    const { chart, view } = await askedChart(slug, searchParams)
    return html(frameDocument(await loadChart(chart, view), nonce))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const asked = searchParams.get('locale') ?? 'en'
    const locale = isLocale(asked) ? asked : 'en'
    const t = wordsOf(locale)
    const said =
      error.code === 'not-found'
        ? t('embed.no-chart')
        : error.code === 'not-ready'
          ? t('embed.waiting')
          : error.code === 'unknown-snapshot'
            ? t('bad.unknown')
            : error.message
    return html(refusalDocument(locale, said, nonce), problems[error.code].status)
  }
}
