import { Problem } from '@/lib/api/problem'
import { chartBySlug } from '@/lib/charts'
import type { Chart } from '@/lib/charts/define-chart'
import type { Locale } from '@/lib/i18n/locales'
import type { View } from '@/lib/view/chart-view'
import { type ParsedView, parseView } from '@/lib/view/view-query'
import { knownKeys } from './load'

export const parseAsked = async (chart: Chart, search: URLSearchParams, locale?: Locale): Promise<ParsedView> =>
  parseView(chart, search, { known: await knownKeys(chart, search), ...(locale === undefined ? {} : { locale }) })

/** The chart and view that a request names. @throws Problem that says what is allowed and repeats nothing. */
export const askedChart = async (
  slug: string,
  search: URLSearchParams,
  locale?: Locale,
): Promise<{ readonly chart: Chart; readonly view: View }> => {
  const chart = chartBySlug(slug)
  if (chart === undefined) throw new Problem('not-found')
  const { view, problems } = await parseAsked(chart, search, locale)
  if (problems.length > 0) {
    const each = problems.map(({ parameter, allowed }) => `\`${parameter}\` may be ${allowed}.`)
    throw new Problem('bad-parameter', each.join(' '))
  }
  return { chart, view }
}
