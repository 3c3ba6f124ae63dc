import { Problem } from '@/lib/api/problem'
import { chartBySlug } from '@/lib/charts'
import type { Chart } from '@/lib/charts/define-chart'
import type { Locale } from '@/lib/i18n/locales'
import type { View } from '@/lib/view/chart-view'
import { type ParsedView, parseView } from '@/lib/view/view-query'
import { knownKeys } from './load'

export const parseAsked = (chart: Chart, search: URLSearchParams, locale?: Locale): ParsedView =>
  parseView(chart, search, { known: knownKeys(chart), ...(locale === undefined ? {} : { locale }) })

/** The chart and view that a request names. @throws Problem that says what is allowed and repeats nothing. */
export const askedChart = (
  slug: string,
  search: URLSearchParams,
  locale?: Locale,
): { readonly chart: Chart; readonly view: View } => {
  const chart = chartBySlug(slug)
  if (chart === undefined) throw new Problem('not-found')
  const { view, problems } = parseAsked(chart, search, locale)
  if (problems.length > 0) {
    const each = problems.map(({ parameter, allowed }) => `\`${parameter}\` may be ${allowed}.`)
    throw new Problem('bad-parameter', each.join(' '))
  }
  return { chart, view }
}
