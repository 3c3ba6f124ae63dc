import { Problem, problemOf } from '@/lib/api/problem'
import { problemResponse } from '@/lib/api/response'
import { renderPageCard } from '@/lib/charts/render/page-card'
import { renderPng } from '@/lib/charts/render/png'
import { formatDateTime } from '@/lib/format/date'
import { messages } from '@/lib/i18n/messages'
import { hasRead, numbersOf } from '@/lib/numbers/number-index'
import { cardOf } from '@/lib/pages/card'
import { getAppRuntime, reportDefect } from '@/lib/server/app-runtime'

export const dynamic = 'force-dynamic'

type Context = { readonly params: Promise<{ readonly path: readonly string[] }> }

/** The picture of a page that begins with no chart, for previews of links: `/cards/{the page's path}.png`. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  try {
    const [first, ...rest] = (await params).path.map(decodeURIComponent)
    const locale = first === 'zh-Hant' ? 'zh-Hant' : 'en'
    const path = `/${(locale === 'en' ? [first, ...rest] : rest).join('/')}`.replace(/\.png$/, '')
    const { latest, network } = getAppRuntime()
    const snapshot = latest()
    const numbers = snapshot && hasRead(snapshot) ? numbersOf(snapshot) : null
    const words = cardOf(path, numbers, locale)
    if (words === null) throw new Problem(numbers === null ? 'not-ready' : 'not-found')
    const asOf = snapshot && numbers ? formatDateTime(snapshot.time, locale) : ''
    const mark = network === 'embedded' ? { mark: messages[locale].common.local.mark } : {}
    const picture = await renderPng(renderPageCard({ ...words, asOf, locale, ...mark }))
    const headers = { 'access-control-allow-origin': '*', 'content-type': 'image/png' }
    return new Response(new Uint8Array(picture), { headers })
  } catch (error) {
    return problemResponse(problemOf(error, reportDefect))
  }
}
