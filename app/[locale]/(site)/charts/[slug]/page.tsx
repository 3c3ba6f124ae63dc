import { locale as rootLocale } from 'next/root-params'
import { useTranslations } from 'next-intl'
import { askedView } from '@/lib/charts/load/parse-request'
import { figureProps } from '@/app/chart-figure'
import { knownNumbers, loadChart } from '@/lib/charts/load/load-chart'
import { RefusedQuery } from '@/lib/charts/query/refused-query'
import { type Query, readSite } from '@/app/site'
import { ChartPage, type ChartPageProps } from '@/components/charts/page'
import { MissingChart, RefusedView } from '@/components/charts/refusals'
import { ChartAway } from '@/components/charts/unavailable'
import { Shell } from '@/components/layout/shell'
import { Waiting } from '@/components/layout/waiting'
import { problemOf } from '@/lib/api/problem'
import { chartBySlug } from '@/lib/charts/catalogue'
import type { Chart } from '@/lib/charts/define/define-chart'
import { chartPath, siblingHref } from '@/lib/charts/query/links'
import { isLocale, type Locale } from '@/lib/i18n/locales'

type Props = { readonly params: Promise<{ readonly slug: string }>; readonly searchParams: Query }

const searchOf = (query: Awaited<Query>): URLSearchParams =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : (value ?? []).map((each) => [name, each]),
    ),
  )

export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params
  const asked = await rootLocale()
  const locale = isLocale(asked) ? asked : 'en'
  const chart = chartBySlug(slug)
  if (chart === undefined) return <Missing />
  const site = readSite()
  try {
    const view = await askedView(chart, searchOf(await searchParams), locale)
    const figure = await figureProps(await loadChart(chart, view), locale)
    return <Shown figure={figure} known={knownNumbers(site.snapshot)} locale={locale} />
  } catch (error) {
    if (error instanceof RefusedQuery) return <Refused chart={chart} locale={locale} by={error} />
    const { code } = problemOf(error)
    if (code === 'unknown-snapshot') return <Refused chart={chart} locale={locale} by={null} />
    if (code === 'not-ready' || code === 'store-unavailable')
      return <NotNow chart={chart} locale={locale} waiting={code === 'not-ready'} />
    throw error
  }
}

type Of = { readonly chart: Chart; readonly locale: Locale }

function Shown({ figure, known, locale }: ChartPageProps & Pick<Of, 'locale'>) {
  const { chart, view, models } = figure
  const path = chartPath(chart, view)
  const page = siblingHref(locale, chart, view, 'png')
  const address = `${figure.origin ?? ''}${locale === 'en' ? path : `/zh-Hant${path}`}`
  return (
    <Shell
      site={readSite()}
      path={path}
      section="charts"
      title={models.page.title}
      description={models.page.caption}
      preview={{ image: page, oembed: `/api/oembed?${new URLSearchParams({ url: address })}` }}
    >
      <ChartPage figure={figure} known={known} />
    </Shell>
  )
}

/** Before anything is read, and while the database is away. */
function NotNow({ chart, locale, waiting }: Of & { readonly waiting: boolean }) {
  const { title } = chart.text[locale]
  return (
    <Shell site={readSite()} path={`/charts/${chart.slug}`} section="charts" title={title} unavailable>
      {waiting ? <Waiting /> : <ChartAway chart={chart} as="page" />}
    </Shell>
  )
}

/** `by` is null where the address names a snapshot that is not stored. */
function Refused({ chart, by }: Of & { readonly by: RefusedQuery | null }) {
  const t = useTranslations('charts.bad')
  return (
    <Shell
      site={readSite()}
      path={`/charts/${chart.slug}`}
      section="charts"
      title={t('title')}
      {...(by === null ? { missing: true } : { refused: by.problems.map(({ parameter }) => parameter) })}
    >
      <RefusedView chart={chart} problems={by?.problems ?? []} unknown={by === null} />
    </Shell>
  )
}

function Missing() {
  const t = useTranslations('charts.missing')
  return (
    <Shell site={readSite()} path="/charts" section="charts" title={t('title')} missing>
      <MissingChart />
    </Shell>
  )
}
