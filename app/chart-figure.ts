import { headers } from 'next/headers'
import type { ChartFigureProps } from '@/components/charts/figure'
import { problemOf } from '@/lib/api/problem'
import type { Chart } from '@/lib/charts/define/define-chart'
import { defaultView, type Pin, type View } from '@/lib/charts/query/view'
import { DAY } from '@/lib/format/time'
import type { Locale } from '@/lib/i18n/locales'
import { getAppRuntime, reportDefect } from '@/lib/server/app-runtime'
import { requestContext } from '@/lib/server/request-context'
import { freshnessOf } from '@/lib/snapshot/freshness'
import { drawnChart } from '../lib/charts/layout/draw'
import { type Loaded, loadChart } from '../lib/charts/load/load-chart'

/** Days older than this are no stand-in for now: the snapshot is pinned instead. */
const RECENT = 3 * DAY

/** What a link that never changes can name: the finalised days in view, or the snapshot itself; with history as it is stored now. */
export const pinOf = ({ view, snapshot, settled, asOf, stored }: Loaded, from: number): Pin | null => {
  if (view.pin !== null) return { stored, ...view.pin }
  const first = Math.ceil(from / DAY) * DAY
  if (settled !== null && settled > first && asOf - settled < RECENT) return { from: first, to: settled, stored }
  return snapshot && { snapshot: snapshot.id, stored }
}

export const figureProps = async (loaded: Loaded, locale: Locale): Promise<Omit<ChartFigureProps, 'as'>> => {
  const drawn = drawnChart(loaded, locale)
  const { origin, navigated } = requestContext(await headers())
  return {
    ...drawn,
    chains: freshnessOf(getAppRuntime().latest()),
    origin,
    pin: pinOf(loaded, drawn.models.page.x.from),
    navigated,
    // days of one's own may lie where there is none
    hasHistory:
      typeof loaded.view.range !== 'string' ||
      loaded.series.length === 0 ||
      loaded.series.some(({ points }) => points.length > 1),
  }
}

/** A chart as it begins, for a page about more; null where it cannot be made just now: that page must stand without it. */
export const readFigure = async (chart: Chart, locale: Locale, view: Partial<View> = {}) => {
  try {
    return await figureProps(await loadChart(chart, { ...defaultView(chart), locale, ...view }), locale)
  } catch (error) {
    // a defect is logged by its kind
    problemOf(error, reportDefect)
    return null
  }
}
