import type { Chart } from '@/lib/charts/define/define-chart'
import { ChartFigure, type ChartFigureProps } from './figure'
import { UnavailableChart } from './unavailable'

export type ChartBlockProps = {
  readonly chart: Chart
  /** The chart as it begins; null where it cannot be drawn just now. */
  readonly figure: Omit<ChartFigureProps, 'as'> | null
}

/** A chart on a page about more. */
export const ChartBlock = ({ chart, figure }: ChartBlockProps) =>
  figure ? <ChartFigure {...figure} as="block" /> : <UnavailableChart chart={chart} as="block" />
