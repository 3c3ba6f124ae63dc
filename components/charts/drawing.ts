import type { Chart } from '@/lib/charts/define/define-chart'
import type { Layer, Model } from '@/lib/charts/layout/chart-layout'
import type { Hover, InteractiveModel } from '@/lib/charts/layout/crosshair-readings'
import type { FrameName } from '@/lib/charts/layout/sizes'
import type { View } from '@/lib/charts/query/view'

/** A chart in a state, placed for each frame a page may show it in. */
export type DrawnChart = {
  readonly chart: Chart
  readonly view: View
  readonly models: Readonly<Record<FrameName, Model>>
}

/** What the interactive painter draws from: the very model of the server's SVG in the same frame, and the crosshair's words. */
export type Drawing = {
  readonly model: Omit<InteractiveModel, 'data' | 'what' | 'notes'>
  readonly layers: readonly Layer[]
  readonly hover: Hover
}
