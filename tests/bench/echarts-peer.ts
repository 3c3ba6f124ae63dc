import { LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Size } from '@/lib/charts/layout/chart-layout'
import type { ChartSeries } from '@/lib/charts/state/chart-data'

use([LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer])

/** Stacked areas of the same points by ECharts as its own server-side rendering has it: a title, a legend, two axes. */
export const echartsPainter =
  (series: readonly ChartSeries[], { width, height }: Size) =>
  (): string => {
    const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
    chart.setOption({
      animation: false,
      title: { text: 'Total value locked' },
      legend: { bottom: 0 },
      xAxis: { type: 'time' },
      yAxis: { type: 'value' },
      series: series.map(({ id, points }) => ({
        name: id,
        type: 'line',
        stack: 'all',
        areaStyle: {},
        showSymbol: false,
        data: points.map(({ t, value }) => [t * 1000, Number(value)]),
      })),
    })
    const svg = chart.renderToSVGString()
    chart.dispose()
    return svg
  }
