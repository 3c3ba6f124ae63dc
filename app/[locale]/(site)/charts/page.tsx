import { definePage } from '@/app/define-page'
import { ChartIndex } from '@/components/charts/index-list'
import { Waiting } from '@/components/layout/waiting'
import { charts } from '@/lib/charts/catalogue'

export default definePage('charts', async ({ numbers, readFigure }) => {
  const all = await Promise.all(charts.map((chart) => readFigure(chart)))
  const unavailable = charts.filter((_, i) => !all[i])
  return {
    status: unavailable.length > 0 ? 503 : 200,
    body: numbers ? (
      <ChartIndex figures={all.flatMap((figure) => figure ?? [])} unavailable={unavailable} />
    ) : (
      <Waiting />
    ),
  }
})
