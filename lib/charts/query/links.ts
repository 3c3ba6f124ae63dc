import type { Locale } from '../../format/locale'
import { href } from '../../i18n/locales'
import { viewQuery } from './codec'
import type { View, Viewable } from './view'

/** A chart's data and pictures beside its page. */
export type Extension = 'svg' | 'png' | 'csv' | 'json'

const withQuery = (path: string, query: URLSearchParams): string => {
  // commas, colons and dots are legal in a query and stay readable
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%40', '@')
  return text === '' ? path : `${path}?${text}`
}

/** What a page leaves to its reader and to its path. */
const ofPage = (view: View, locale: Locale): View => ({ ...view, theme: 'auto', controls: true, locale })

/** A chart's page in a state; without language, for `href`. */
export const chartPath = (chart: Viewable, view: View): string =>
  withQuery(`/charts/${chart.slug}`, viewQuery(chart, ofPage(view, 'en')))

export const chartHref = (locale: Locale, chart: Viewable, view: View): string => href(locale, chartPath(chart, view))

export const siblingHref = (locale: Locale, chart: Viewable, view: View, extension: Extension): string => {
  const theme = extension === 'svg' || extension === 'png' ? view.theme : 'auto'
  const query = viewQuery(chart, { ...ofPage(view, locale), theme }, { locale })
  return withQuery(href(locale, `/charts/${chart.slug}.${extension}`), query)
}

export const embedHref = (chart: Viewable, view: View): string =>
  withQuery(`/embed/v1/${chart.slug}`, viewQuery(chart, view))
