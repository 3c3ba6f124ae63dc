import type { Network } from '../../chains'
import { hasRead } from '../../numbers/number-index'
import type { Snapshot } from '../../snapshot/types'
import type { Store } from '../../store/types'
import { ChartError } from '../chart-error'

/** Where charts read from: the newest snapshot, kept in memory, and what is stored. */
export type ChartSource = {
  readonly network: Network
  /** Unix seconds by the clock on the wall. */
  now(): number
  latest(): Snapshot | null
  readonly store: Pick<Store, 'snapshotById' | 'readSeries' | 'storedNumbers' | 'revision' | 'gaps'>
}

/** The newest snapshot in which some chain at least was read: where none was, it has no time and nothing to draw. */
export const newestSnapshot = ({ latest }: ChartSource): Snapshot => {
  const snapshot = latest()
  if (snapshot === null || !hasRead(snapshot)) throw new ChartError('not-ready')
  return snapshot
}

/** Ids of all numbers that charts may draw: those of the newest snapshot. */
export const knownNumbers = (snapshot: Snapshot | null): ReadonlySet<string> =>
  new Set(snapshot?.numbers.map(({ id }) => id))
