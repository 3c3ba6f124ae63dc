import { definePage } from '@/app/define-page'
import { ChartBlock } from '@/components/charts/block'
import { Savings } from '@/components/savings/savings'
import { rates } from '@/lib/charts/catalogue/rates'

export default definePage('savings', async ({ numbers, query, readFigure }) => {
  const chart = <ChartBlock chart={rates} figure={await readFigure(rates)} />
  return { body: <Savings numbers={numbers} sort={query.sort} chart={chart} /> }
})
