import { respond } from '@/app/api/respond'
import { statusJson } from '@/lib/api/status-json'
import { getAppRuntime } from '@/lib/server/app-runtime'

export const dynamic = 'force-dynamic'

export const GET = () =>
  respond(async () => {
    const { network, store, collector, work, latest, now } = getAppRuntime()
    // What says how the store fares must not fail with it.
    const [snapshots, setAside] = await Promise.all([
      store.snapshotCount().catch(() => null),
      store.setAside().catch(() => null),
    ])
    return statusJson({
      network,
      snapshot: latest(),
      collector: collector(),
      engine: store.engine,
      snapshots,
      setAside,
      work: work(),
      now: now(),
    })
  })
