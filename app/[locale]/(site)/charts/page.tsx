import { definePage } from '@/app/define-page'
import { ChartIndex } from '@/components/charts/index-list'
import { Waiting } from '@/components/layout/waiting'
import { charts } from '@/lib/charts/catalogue'

export default definePage('charts', async ({ numbers, readFigure }) => {
  const all = await Promise.all(charts.map((chart) => readFigure(chart)))
  const away = charts.filter((_, i) => !all[i])
  return {
    status: away.length > 0 ? 503 : 200,
    body: numbers ? <ChartIndex figures={all.flatMap((figure) => figure ?? [])} away={away} /> : <Waiting />,
  }
})
