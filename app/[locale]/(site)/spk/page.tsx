import { definePage } from '@/app/define-page'
import { ChartBlock } from '@/components/charts/block'
import { Spk } from '@/components/spk/spk'
import { spkVesting } from '@/lib/charts/catalogue/spk-vesting'

export default definePage('spk', async ({ numbers, query, readFigure }) => {
  const chart = <ChartBlock chart={spkVesting} figure={await readFigure(spkVesting)} />
  return { body: <Spk numbers={numbers} sort={query.sort} chart={chart} /> }
})
