import { answerFile, file, markImmutable } from '@/app/files/answer'
import { Problem } from '@/lib/api/problem'
import { modelOf } from '@/lib/charts/layout/draw'
import { drawingOf, frameNames, isFrameName } from '@/lib/charts/layout/drawing'
import { frames } from '@/lib/charts/layout/sizes'
import { type Loaded, loadChart } from '@/lib/charts/load/load-chart'
import { askedChart } from '@/lib/charts/load/parse-request'
import { dataCsv, dataJson } from '@/lib/charts/render/data'
import { pictureOf } from '@/lib/charts/render/png'
import { paintSvg } from '@/lib/charts/render/svg'

export const dynamic = 'force-dynamic'

type Extension = 'svg' | 'png' | 'csv' | 'json'
type Context = { readonly params: Promise<{ readonly slug: string; readonly ext: string }> }

/** Pictures stand in documents that have no theme: light unless the link says otherwise. */
const themeOf = ({ view }: Loaded): 'light' | 'dark' => (view.theme === 'dark' ? 'dark' : 'light')

const json = (loaded: Loaded, frame: string | null): Response => {
  const { locale } = loaded.view
  if (frame !== null && !isFrameName(frame))
    throw new Problem('bad-parameter', `\`frame\` may be ${frameNames.join(', ')}.`)
  const body = frame === null ? dataJson(loaded, locale) : drawingOf(loaded, locale, frame)
  return file(JSON.stringify(body), 'application/json; charset=utf-8')
}

const csv = (loaded: Loaded): Response => {
  const answer = file(dataCsv(loaded, loaded.view.locale), 'text/csv; charset=utf-8')
  answer.headers.set('content-disposition', `inline; filename="sparkscope-${loaded.chart.slug}.csv"`)
  return answer
}

const svg = (loaded: Loaded): Response => {
  const model = modelOf(loaded, loaded.view.locale, frames.page)
  return file(paintSvg(model, { theme: themeOf(loaded), fontMode: 'system', standalone: true }), 'image/svg+xml')
}

const make: Readonly<Record<Extension, (loaded: Loaded, frame: string | null) => Response | Promise<Response>>> = {
  json,
  csv,
  svg,
  png: async (loaded) => file(await pictureOf(loaded, loaded.view.locale, themeOf(loaded)), 'image/png'),
}

const isExtension = (text: string): text is Extension => Object.hasOwn(make, text)

/** A chart's picture or data in the state that the query names: `/charts/{slug}.svg|.png|.csv|.json`. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  answerFile(async () => {
    const { slug, ext } = await params
    const { pathname, searchParams } = new URL(request.url)
    // the path as it was asked for, before it was rewritten to here
    const locale = pathname.startsWith('/zh-Hant/') ? 'zh-Hant' : 'en'
    if (!isExtension(ext)) throw new Problem('not-found')
    const { chart, view } = await askedChart(slug, searchParams, locale)
    const loaded = await loadChart(chart, view)
    const frame = ext === 'json' ? searchParams.get('frame') : null
    // a drawing is for the scripts of this build
    return markImmutable(await make[ext](loaded, frame), loaded.complete && frame === null)
  })
