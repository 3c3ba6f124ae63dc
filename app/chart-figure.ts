import { headers } from 'next/headers'
import type { ChartFigureProps } from '@/components/charts/figure'
import { problemOf } from '@/lib/api/problem'
import { chartFigure } from '@/lib/charts/answer/chart-figure'
import type { Chart } from '@/lib/charts/define/define-chart'
import { defaultView, type View } from '@/lib/charts/query/view'
import type { Locale } from '@/lib/i18n/locales'
import { getAppRuntime, reportDefect } from '@/lib/server/app-runtime'
import { requestContext } from '@/lib/server/request-context'

/** A chart in a view, with what its page must know of the request and of the chains. */
export const readChart = async (chart: Chart, view: View, locale: Locale): Promise<Omit<ChartFigureProps, 'as'>> => {
  const { origin, navigated } = requestContext(await headers())
  return {
    ...(await chartFigure(getAppRuntime(), chart, view, locale)),
    origin,
    navigated,
  }
}

/** A chart as it begins, for a page about more; null where it cannot be made just now: that page must stand without it. */
export const readFigure = async (chart: Chart, locale: Locale, view: Partial<View> = {}) => {
  try {
    return await readChart(chart, { ...defaultView(chart), locale, ...view }, locale)
  } catch (error) {
    // a defect is reported there
    problemOf(error, reportDefect)
    return null
  }
}
