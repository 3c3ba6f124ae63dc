import { getHandover } from '@/lib/server/handover'
import type { Snapshot } from '@/lib/snapshot/types'
import { type ChangesById, changeOf, isNear, spans } from '@/lib/view/change'
import { numbersOf } from '@/lib/view/numbers'

/** Ids of the numbers on the overview's tiles. */
export const headlines: readonly string[] = [
  'tvl.total-usd:all:TOTAL',
  'savings.apy:ethereum:SUSDS',
  'lend.borrow-apy:ethereum:USDC',
  'savings.assets-usd:ethereum:SUSDC',
  'tvl.line-usd:all:RWA',
]

const known = new WeakMap<Snapshot, Promise<ChangesById>>()

/** How the headline numbers moved, against the stored snapshots of a day, a week and a month before; worked out once a snapshot. */
export const readChanges = (snapshot: Snapshot | null): Promise<ChangesById> => {
  if (!snapshot) return Promise.resolve({})
  // A store that cannot be asked just now costs the page its history, nothing else.
  const held = known.get(snapshot) ?? compare(snapshot).catch(() => ({}))
  known.set(snapshot, held)
  return held
}

const compare = async (snapshot: Snapshot): Promise<ChangesById> => {
  const { store } = getHandover()
  const earlier = await Promise.all(
    spans.map(async ({ name, seconds }) => {
      const before = await store.snapshotAt(snapshot.time - seconds)
      return { name, held: before && isNear(snapshot.time - seconds, before.time, seconds) ? numbersOf(before) : null }
    }),
  )
  const now = numbersOf(snapshot)
  return Object.fromEntries(
    headlines.map((id) => {
      const num = now.byId(id)
      const changes = earlier.map(({ name, held }) => ({
        span: name,
        by: num ? changeOf(num.unit, num.value, held?.byId(id)?.value ?? null) : null,
      }))
      return [id, changes]
    }),
  )
}
