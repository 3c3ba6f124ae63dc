import type { Chart } from '@/lib/charts/define-chart'
import type { FrameName } from '@/lib/charts/frames'
import type { Hover, InteractiveModel } from '@/lib/charts/hover'
import type { Layer, Model } from '@/lib/charts/model'
import type { View } from '@/lib/view/chart-view'

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
