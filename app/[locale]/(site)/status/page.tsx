import { definePage } from '@/app/define-page'
import { Status } from '@/components/status/status'
import { numbersOf } from '@/lib/numbers/number-index'
import { getAppRuntime } from '@/lib/server/app-runtime'

export default definePage('status', async ({ snapshot, network, chains }) => {
  const { collector, store } = getAppRuntime()
  // The page that says how the store fares must not fail with it.
  const [snapshots, setAside] = await Promise.all([
    store.snapshotCount().catch(() => null),
    store.setAside().catch(() => null),
  ])
  const facts = { collector: collector(), engine: store.engine, snapshots, setAside, network }
  // with nothing read it is here that one learns why
  return { body: <Status numbers={snapshot && numbersOf(snapshot)} chains={chains} facts={facts} /> }
})
