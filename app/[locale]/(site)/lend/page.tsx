import { definePage } from '@/app/define-page'
import { ChartBlock } from '@/components/charts/block'
import { Lend } from '@/components/lend/lend'
import { rates } from '@/lib/charts/catalogue/rates'

export default definePage('lend', async ({ numbers, query, readFigure }) => {
  const chart = <ChartBlock chart={rates} figure={await readFigure(rates, { mode: 'supply' })} />
  return { body: <Lend numbers={numbers} sort={query.sort} chart={chart} /> }
})
