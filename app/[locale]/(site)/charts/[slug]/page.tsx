import { locale as rootLocale } from 'next/root-params'
import { useTranslations } from 'next-intl'
import { parseAsked } from '@/app/_charts/ask'
import { figureProps } from '@/app/_charts/figure'
import { knownNumbers, loadChart } from '@/app/_charts/load'
import { type Query, readSite } from '@/app/site'
import { chartPath, siblingHref } from '@/components/charts/links'
import { ChartPage, type ChartPageProps } from '@/components/charts/page'
import { MissingChart, RefusedView } from '@/components/charts/refusals'
import { Shell } from '@/components/layout/shell'
import { Waiting } from '@/components/layout/waiting'
import { Problem } from '@/lib/api/problem'
import { chartBySlug } from '@/lib/charts'
import type { Chart } from '@/lib/charts/define-chart'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import type { ViewProblem } from '@/lib/view/view-params'

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
  if (site.snapshot === null) return <NotYet chart={chart} locale={locale} />
  const { view, problems } = await parseAsked(chart, searchOf(await searchParams), locale)
  if (problems.length > 0) return <Refused chart={chart} locale={locale} problems={problems} />
  try {
    const figure = await figureProps(await loadChart(chart, view), locale)
    return <Shown figure={figure} known={knownNumbers(site.snapshot)} locale={locale} />
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return <Refused chart={chart} locale={locale} problems={[]} code={error.code} />
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

function NotYet({ chart, locale }: Of) {
  return (
    <Shell site={readSite()} path={`/charts/${chart.slug}`} section="charts" title={chart.text[locale].title}>
      <Waiting />
    </Shell>
  )
}

type RefusedProps = Of & { readonly problems: readonly ViewProblem[]; readonly code?: Problem['code'] }

function Refused({ chart, problems, code }: RefusedProps) {
  const t = useTranslations('charts.bad')
  const bad = code === 'bad-parameter' ? [{ parameter: 'pin', allowed: t('pin') }] : problems
  return (
    <Shell
      site={readSite()}
      path={`/charts/${chart.slug}`}
      section="charts"
      title={t('title')}
      {...(code === 'unknown-snapshot' ? { missing: true } : { refused: bad.map(({ parameter }) => parameter) })}
    >
      <RefusedView chart={chart} problems={bad} unknown={code === 'unknown-snapshot'} />
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
