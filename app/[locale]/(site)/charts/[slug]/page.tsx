import { getTranslations } from 'next-intl/server'
import { readChart } from '@/app/chart-figure'
import { definePage, type PageContent, searchOf } from '@/app/define-page'
import { ChartPage, type ChartPageProps } from '@/components/charts/page'
import { MissingChart, RefusedView } from '@/components/charts/refusals'
import { UnavailableChart } from '@/components/charts/unavailable'
import { Waiting } from '@/components/layout/waiting'
import { problemOf } from '@/lib/api/problem'
import { chartBySlug } from '@/lib/charts/catalogue'
import type { Chart } from '@/lib/charts/define/define-chart'
import { parseChartView } from '@/lib/charts/load/parse-request'
import { knownNumbers } from '@/lib/charts/load/source'
import { BadViewError } from '@/lib/charts/query/bad-view'
import { chartPath, siblingHref } from '@/lib/charts/query/links'
import { href, type Locale } from '@/lib/i18n/locales'
import { getAppRuntime, reportDefect } from '@/lib/server/app-runtime'

type Content = PageContent<'chart'>

export default definePage('chart', async ({ locale, params, query, snapshot }) => {
  const chart = chartBySlug(params.slug)
  if (chart === undefined) return missing()
  try {
    const view = await parseChartView(getAppRuntime(), chart, searchOf(query), { locale })
    const figure = await readChart(chart, view, locale)
    return shown({ figure, known: knownNumbers(snapshot) }, locale)
  } catch (error) {
    if (error instanceof BadViewError) return refused(chart, error)
    const { code } = problemOf(error, reportDefect)
    if (code === 'unknown-snapshot') return refused(chart, 'unknown')
    if (code === 'damaged-snapshot') return refused(chart, 'damaged')
    if (code === 'not-ready' || code === 'store-unavailable') return unavailable(chart, locale, code === 'not-ready')
    throw error
  }
})

const shown = ({ figure, known }: ChartPageProps, locale: Locale): Content => {
  const { chart, view, layouts } = figure
  const path = chartPath(chart, view)
  const address = `${figure.origin ?? ''}${href(locale, path)}`
  return {
    path,
    title: layouts.page.title,
    description: layouts.page.caption,
    preview: {
      image: siblingHref(locale, chart, view, 'png'),
      oembed: `/api/oembed?${new URLSearchParams({ url: address })}`,
    },
    body: <ChartPage figure={figure} known={known} />,
  }
}

/** Before anything is read, and while the database is away. */
const unavailable = (chart: Chart, locale: Locale, isWaiting: boolean): Content => ({
  status: 503,
  path: `/charts/${chart.slug}`,
  title: chart.text[locale].title,
  body: isWaiting ? <Waiting /> : <UnavailableChart chart={chart} as="page" />,
})

/** `by`: what the address says wrongly, or the state of the snapshot that it names. */
const refused = async (chart: Chart, by: BadViewError | 'unknown' | 'damaged'): Promise<Content> => {
  const t = await getTranslations('charts.bad')
  return {
    path: `/charts/${chart.slug}`,
    title: t('title'),
    ...(by instanceof BadViewError
      ? {
          status: 400,
          refused: by.problems.map(({ parameter }) => parameter),
          body: <RefusedView chart={chart} problems={by.problems} snapshot={null} />,
        }
      : { status: 404, body: <RefusedView chart={chart} problems={[]} snapshot={by} /> }),
  }
}

const missing = async (): Promise<Content> => {
  const t = await getTranslations('charts.missing')
  return { status: 404, path: '/charts', title: t('title'), body: <MissingChart /> }
}
