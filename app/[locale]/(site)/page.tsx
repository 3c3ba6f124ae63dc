import { headlines, readChanges } from '@/app/changes'
import { definePage } from '@/app/define-page'
import { Overview } from '@/components/overview/overview'
import { tvl } from '@/lib/charts/catalogue/tvl'
import { readSparks } from '@/lib/charts/load/sparklines'

export default definePage('overview', async ({ numbers, snapshot, readFigure }) => {
  const [changes, sparks, figure] = await Promise.all([
    readChanges(snapshot),
    readSparks(snapshot, headlines),
    readFigure(tvl),
  ])
  return { body: <Overview numbers={numbers} changes={changes} sparks={sparks} figure={figure} /> }
})
