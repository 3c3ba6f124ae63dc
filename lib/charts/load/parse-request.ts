import { Problem } from '@/lib/api/problem'
import { chartBySlug } from '@/lib/charts/catalogue'
import type { Chart } from '@/lib/charts/define/define-chart'
import { parseView } from '@/lib/charts/query/codec'
import type { View } from '@/lib/charts/query/view'
import type { Locale } from '@/lib/i18n/locales'
import { RefusedQuery } from '../query/refused-query'
import { knownKeys, newestRead } from './load-chart'

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
