import { DAY } from '../../format/time'
import type { Pin } from '../query/view'
import type { LoadedChart } from './load-chart'

/** Days older than this are no stand-in for now: the snapshot is pinned instead. */
const RECENT = 3 * DAY

/** What a link that never changes can name: the finalised days in view, or the snapshot itself; with history as it is stored now. */
export const pinOf = ({ view, snapshot, settled, asOf, stored }: LoadedChart, from: number): Pin | null => {
  if (view.pin !== null) return { stored, ...view.pin }
  const first = Math.ceil(from / DAY) * DAY
  if (settled !== null && settled > first && asOf - settled < RECENT) return { from: first, to: settled, stored }
  return snapshot && { snapshot: snapshot.id, stored }
}
