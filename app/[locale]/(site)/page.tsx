import { definePage } from '@/app/define-page'
import { tileIds } from '@/components/overview/model'
import { Overview } from '@/components/overview/overview'
import { tvl } from '@/lib/charts/catalogue/tvl'
import { loadSparklines } from '@/lib/charts/load/sparklines'
import { createChangeReader } from '@/lib/numbers/recent-changes'
import { getAppRuntime } from '@/lib/server/app-runtime'

const readChanges = createChangeReader(tileIds)

export default definePage('overview', async ({ numbers, chains, readFigure }) => {
  const { snapshot } = numbers
  const [changes, sparks, figure] = await Promise.all([
    readChanges(getAppRuntime().store, snapshot),
    loadSparklines(getAppRuntime(), tileIds),
    readFigure(tvl),
  ])
  return { body: <Overview numbers={numbers} chains={chains} changes={changes} sparks={sparks} figure={figure} /> }
})
