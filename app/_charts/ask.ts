import { Problem } from '@/lib/api/problem'
import { chartBySlug } from '@/lib/charts'
import type { Chart } from '@/lib/charts/define-chart'
import type { Locale } from '@/lib/i18n/locales'
import type { View } from '@/lib/view/chart-view'
import { parseView } from '@/lib/view/view-query'
import { knownKeys, newestRead } from './load'
import { RefusedQuery } from './refused'

/** The view of a chart that a query names. @throws RefusedQuery that says what is allowed and repeats nothing; Problem. */
export const askedView = async (chart: Chart, search: URLSearchParams, locale?: Locale): Promise<View> => {
  // before anything is read, nobody can say which series a link may name
  newestRead()
  const known = await knownKeys(chart, search)
  const { view, problems } = parseView(chart, search, { known, ...(locale === undefined ? {} : { locale }) })
  if (problems.length > 0) throw new RefusedQuery(problems)
  return view
}

/** The chart and view that a request names. @throws as `askedView`. */
export const askedChart = async (
  slug: string,
  search: URLSearchParams,
  locale?: Locale,
): Promise<{ readonly chart: Chart; readonly view: View }> => {
  const chart = chartBySlug(slug)
  if (chart === undefined) throw new Problem('not-found')
  return { chart, view: await askedView(chart, search, locale) }
}
