import type { LoadedChart } from '../load/load-chart'
import { buildState } from '../state/build-state'
import type { ChartState } from '../state/chart-state'

/** The state of what was read: once for an answer, whatever is made of it. */
export const stateOf = ({ chart, view, ...data }: LoadedChart): ChartState => buildState(chart, view, data)
