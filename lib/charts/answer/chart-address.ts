import type { Locale } from '../../format/locale'
import { chartBySlug } from '../catalogue'
import type { Chart } from '../define/define-chart'

/** What an address of a chart names; its query is not yet read. */
export type ChartAddress = { readonly chart: Chart; readonly locale: Locale; readonly search: URLSearchParams }

const isLoopback = (host: string) => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(host)

/** One spelling for the hosts that lead to the same site: with and without `www.`, by any name of this machine. */
const siteOf = ({ hostname, port, protocol }: URL): string => {
  // behind a public name http and https are one site; on this machine the port tells two apart
  const standard = protocol === 'https:' ? '443' : '80'
  return isLoopback(hostname) ? `loopback:${port || standard}` : `${hostname.replace(/^www\./, '')}:${port}`
}

/** A chart's page, embed or file, in any language, with or without a slash at the end. */
const chartPath = /^(?:\/(en|zh-Hant))?\/(?:charts|embed\/v1)\/([a-z0-9-]{1,60})(?:\.(?:svg|png|csv|json))?\/?$/

/** The chart of an address as a reader would copy it from anywhere on the site at `origin`; null where it is no such. */
export const parseChartAddress = (origin: string | null, text: string): ChartAddress | null => {
  if (origin === null || !URL.canParse(text)) return null
  const url = new URL(text)
  const [, language, slug = ''] = chartPath.exec(url.pathname) ?? []
  const chart = chartBySlug(slug)
  if (!/^https?:$/.test(url.protocol) || siteOf(url) !== siteOf(new URL(origin)) || chart === undefined) return null
  return { chart, locale: language === 'zh-Hant' ? 'zh-Hant' : 'en', search: url.searchParams }
}
