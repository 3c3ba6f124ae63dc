import type { CollectorReport } from '../collector'
import { freshnessOf } from '../snapshot/freshness'
import type { Snapshot } from '../snapshot/types'
import type { SetAside } from '../store/types'
import type { StatusAnswer } from './endpoints/status'

type StatusInput = {
  readonly network: StatusAnswer['network']
  readonly snapshot: Snapshot | null
  readonly collector: CollectorReport
  readonly engine: StatusAnswer['store']['engine']
  /** null: the store cannot be asked just now. */
  readonly snapshots: number | null
  readonly setAside: SetAside | null
  readonly work: StatusAnswer['work']
  /** Unix seconds. */
  readonly now: number
}

/** Each chain's head, age, failures and URLs (hosts only), and how store and collector fare. */
export const statusJson = ({
  network,
  snapshot,
  collector,
  engine,
  snapshots,
  setAside,
  work,
  now,
}: StatusInput): StatusAnswer => ({
  network,
  now,
  snapshot: snapshot === null ? null : { id: snapshot.id, time: snapshot.time },
  chains: freshnessOf(snapshot, { network, now }).map(({ chain: { slug, id, name }, ...at }) => {
    const { asOf, failure, age, behind, freshUntil } = at
    const line = collector.chains.find((each) => each.chain === slug)
    return {
      chain: slug,
      chainId: id,
      name,
      // what nobody could refresh is stale, whether or not a failure says why
      state: at.state === 'late' ? 'stale' : at.state,
      head:
        asOf === null
          ? null
          : { block: asOf.block.toString(), hash: asOf.hash, timestamp: asOf.timestamp, finality: asOf.finality },
      ageSeconds: age,
      freshUntil,
      /** How far this chain's block is behind the newest block of the same snapshot. */
      lagSeconds: behind,
      agreement: asOf?.agreement ?? null,
      failure,
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
  work,
  store: {
    engine,
    snapshots,
    setAside: setAside && { damaged: [...setAside.damaged], ahead: [...setAside.ahead] },
  },
})
