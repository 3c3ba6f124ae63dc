import { type ChainSlug, chainBySlug } from '@/lib/chains'
import { type Devnet, startDevnet } from '@/lib/devnet'
import { metrics } from '@/lib/metrics'
import { createSource } from '@/lib/reader/source'
import type { AppRuntime } from '@/lib/server/app-runtime'
import { createLanes } from '@/lib/server/lanes'
import { lanesReport } from '@/lib/server/lanes-report'
import { takeSnapshot } from '@/lib/snapshot/take'
import type { Snapshot } from '@/lib/snapshot/types'

export type DevnetSnapshot = {
  readonly devnet: Devnet
  readonly snapshot: Snapshot
  readonly defects: readonly unknown[]
}

/** Some chains of the embedded network on their first days, and everything read from them. */
export const takeDevnetSnapshot = async (slugs: readonly ChainSlug[]): Promise<DevnetSnapshot> => {
  const now = Date.UTC(2026, 6, 20) / 1000
  const devnet = await startDevnet({ now, from: now - 2 * 86_400, chains: slugs })
  const sources = slugs.map((slug) =>
    createSource({ chain: chainBySlug(slug), urls: [devnet.urls[slug]], finality: 'latest', quorum: 1 }),
  )
  const defects: unknown[] = []
  const report = (error: unknown) => defects.push(error)
  const { snapshot } = await takeSnapshot({ sources, metrics, previous: null, now, report })
  return { devnet, snapshot, defects }
}

/** The process as routes see it: this snapshot, and no history before it. */
export const runtimeOf = ({ snapshot, defects }: DevnetSnapshot): AppRuntime => ({
  network: 'embedded',
  siteUrl: null,
  now: () => snapshot.time,
  latest: () => snapshot,
  store: {
    engine: 'embedded',
    snapshotById: async () => null,
    snapshotAt: async () => null,
    snapshotCount: async () => 1,
    setAside: async () => ({ damaged: [], ahead: [] }),
    readSeries: async () => [],
    revision: async () => ({ id: 1, storedAt: snapshot.time }),
    storedNumbers: async () => [],
    gaps: async () => [],
  },
  collector: () => ({
    running: true,
    writer: true,
    pollSeconds: 30,
    lastRun: null,
    refreshes: 1,
    lastFailure: null,
    chains: [],
  }),
  work: () => lanesReport(createLanes()),
  report: (error) => {
    throw error instanceof Error ? error : new Error(String(error), { cause: defects })
  },
})
