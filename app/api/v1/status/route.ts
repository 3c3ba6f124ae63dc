import { respond } from '@/app/api/respond'
import { statusJson } from '@/lib/api/status-json'
import { getAppRuntime } from '@/lib/server/app-runtime'

export const dynamic = 'force-dynamic'

export const GET = () =>
  respond(async () => {
    const { network, store, collector, latest, now } = getAppRuntime()
    return statusJson({
      network,
      snapshot: latest(),
      collector: collector(),
      engine: store.engine,
      // What says how the store fares must not fail with it.
      snapshots: await store.snapshotCount().catch(() => null),
      now: now(),
    })
  })
