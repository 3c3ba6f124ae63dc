import { HOUR } from '@/lib/format/time'
import type { Fixed } from '@/lib/math/fixed'
import { type ChangesById, changeOf, isNear, nearestValue, spans, toleranceOf } from '@/lib/numbers/change'
import { numbersOf } from '@/lib/numbers/number-index'
import { getAppRuntime } from '@/lib/server/app-runtime'
import type { Snapshot } from '@/lib/snapshot/types'

/** Ids of the numbers on the overview's tiles. */
export const headlines: readonly string[] = [
  'tvl.total-usd:all:TOTAL',
  'savings.apy:ethereum:SUSDS',
  'lend.borrow-apy:ethereum:USDC',
  'savings.assets-usd:ethereum:SUSDC',
  'tvl.line-usd:all:RWA',
]

/** Until every change is known the past may still be being filled: looked at again after so many milliseconds. */
const patience = 10_000

type Held = { readonly changes: Promise<ChangesById>; readonly at: number; whole: boolean }
const known = new WeakMap<Snapshot, Held>()

const isWhole = (changes: ChangesById) => headlines.every((id) => changes[id]?.every(({ by }) => by !== null))

/**
 * How the headline numbers moved against a day, a week and a month before the snapshot's time: against the nearest
 * stored instant, else the stored snapshot nearest before, within an eighth of the span. Worked out once a snapshot.
 */
export const readChanges = (snapshot: Snapshot | null): Promise<ChangesById> => {
  if (!snapshot) return Promise.resolve({})
  const now = performance.now()
  const held = known.get(snapshot)
  if (held && (held.whole || now - held.at < patience)) return held.changes
  // A store that cannot be asked just now costs the page its history, nothing else.
  const next: Held = { changes: compare(snapshot).catch(() => ({})), at: now, whole: false }
  known.set(snapshot, next)
  return next.changes.then((changes) => {
    next.whole = isWhole(changes)
    return changes
  })
}

/** The value of each headline at a time before; null where nothing near enough is stored. */
const valuesAt = async (asked: number, span: number): Promise<ReadonlyMap<string, Fixed | null>> => {
  const { store } = getAppRuntime()
  const reach = toleranceOf(span)
  const series = await Promise.all(headlines.map((id) => store.readSeries(id, asked - reach, asked + reach, HOUR)))
  const values = new Map(headlines.map((id, i) => [id, nearestValue(series[i] ?? [], asked, span)]))
  if (![...values.values()].includes(null)) return values
  const before = await store.snapshotAt(asked)
  if (!before || !isNear(asked, before.time, span)) return values
  const then = numbersOf(before)
  return new Map(headlines.map((id) => [id, values.get(id) ?? then.byId(id)?.value ?? null]))
}

const compare = async (snapshot: Snapshot): Promise<ChangesById> => {
  const earlier = await Promise.all(
    spans.map(async ({ name, seconds }) => ({ name, values: await valuesAt(snapshot.time - seconds, seconds) })),
  )
  const now = numbersOf(snapshot)
  return Object.fromEntries(
    headlines.map((id) => {
      const num = now.byId(id)
      const changes = earlier.map(({ name, values }) => ({
        span: name,
        by: num ? changeOf(num.unit, num.value, values.get(id) ?? null) : null,
      }))
      return [id, changes]
    }),
  )
}
