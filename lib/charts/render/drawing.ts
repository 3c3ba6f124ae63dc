import type { Locale } from '../../format/locale'
import type { ChartLayout, PlacedChart } from '../layout/chart-layout'
import { type CrosshairReadings, crosshairReadings } from '../layout/crosshair-readings'
import type { ChartState } from '../state/chart-state'

/** What the interactive chart draws from: the very places of the server's picture in the same size, and a crosshair's words. */
export type ChartDrawing = { readonly layout: PlacedChart; readonly readings: CrosshairReadings }

export const renderDrawing = (state: ChartState, layout: ChartLayout, locale: Locale): ChartDrawing => {
  const { slug, size, plot, x, y, layers, gaps, events, points, labels, legend, empty } = layout
  return {
    layout: { slug, size, plot, x, y, layers, gaps, events, points, labels, legend, empty },
    readings: crosshairReadings(state, layout, locale),
  }
}
