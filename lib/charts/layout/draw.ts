import type { DrawnChart } from '@/components/charts/drawing'
import type { Frame, Model } from '@/lib/charts/layout/chart-layout'
import { buildModel } from '@/lib/charts/layout/layout-chart'
import { frames } from '@/lib/charts/layout/sizes'
import type { Locale } from '@/lib/i18n/locales'
import type { Loaded } from '../load/load-chart'

export const modelOf = ({ chart, view, series, gaps, asOf }: Loaded, locale: Locale, frame: Frame): Model =>
  buildModel({ chart, view, series, gaps, asOf, locale, frame })

/** For each frame a page may show: which one is seen is left to the style sheet. */
export const drawnChart = (loaded: Loaded, locale: Locale): DrawnChart => ({
  chart: loaded.chart,
  view: loaded.view,
  models: {
    page: modelOf(loaded, locale, frames.page),
    column: modelOf(loaded, locale, frames.column),
    phone: modelOf(loaded, locale, frames.phone),
  },
})
