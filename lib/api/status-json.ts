import { chains } from '../chains'
import type { CollectorReport } from '../collector'
import type { Snapshot } from '../snapshot/types'
import type { StatusAnswer } from './endpoints/status'

type StatusInput = {
  readonly network: StatusAnswer['network']
  readonly snapshot: Snapshot | null
  readonly collector: CollectorReport
  readonly engine: StatusAnswer['store']['engine']
  /** null: the store cannot be asked just now. */
  readonly snapshots: number | null
  /** Unix seconds. */
  readonly now: number
}

/** Each chain's head, age, failures and URLs (hosts only), and how store and collector fare. */
export const statusJson = ({ network, snapshot, collector, engine, snapshots, now }: StatusInput): StatusAnswer => ({
  network,
  now,
  snapshot: snapshot === null ? null : { id: snapshot.id, time: snapshot.time },
  chains: chains.map(({ slug, id, name }) => {
    const asOf = snapshot?.asOf[slug]
    const failing = snapshot?.failures[slug]
    const line = collector.chains.find((each) => each.chain === slug)
    return {
      chain: slug,
      chainId: id,
      name,
      state: asOf === undefined ? 'unread' : failing === undefined ? 'fresh' : 'stale',
      head:
        asOf === undefined
          ? null
          : { block: asOf.block.toString(), hash: asOf.hash, timestamp: asOf.timestamp, finality: asOf.finality },
      ageSeconds: asOf === undefined ? null : Math.max(0, now - asOf.timestamp),
      /** How far this chain's block is behind the newest block of the same snapshot. */
      lagSeconds: asOf === undefined || snapshot === null ? null : snapshot.time - asOf.timestamp,
      agreement: asOf?.agreement ?? null,
      failure: failing ?? null,
      answeredBy: line?.answeredBy ?? null,
      requests: line?.requests ?? 0,
      endpoints: line?.endpoints ?? [],
    }
  }),
  collector: {
    running: collector.running,
    writer: collector.writer,
    pollSeconds: collector.pollSeconds,
    refreshes: collector.refreshes,
    lastRun: collector.lastRun,
    lastFailure: collector.lastFailure,
  },
  store: { engine, snapshots },
})
