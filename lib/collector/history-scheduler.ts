import { setTimeout as sleep } from 'node:timers/promises'
import type { ChainSlug } from '../chains'
import { DAY, HOUR } from '../format/time'
import type { Store } from '../store/types'
import type { ChainProgress, History } from './history'
import { floorTo, instantsBetween } from './instants'

/** Keeps history going forward, beside the collector and never in its way. */
export type Keeper = {
  /** After each refresh: keeps at most one instant more. `time` is the newest snapshot's, unix seconds. Returns at once. */
  tick(time: number): void
  /** Lets what is under way be stored. */
  stop(): Promise<void>
}

export type KeeperOptions = {
  readonly history: History
  readonly store: Pick<Store, 'storedInstants'>
  readonly universe: readonly ChainSlug[]
  /** Unix seconds: also fills the midnights from here on, in the background, once; null: only keeps what comes. */
  readonly fillFrom: number | null
  /** Hears of defects and of a store that fails. */
  readonly report: (error: unknown) => void
  /** Unix seconds by the clock: only for when to try again. */
  readonly now?: () => number
  /** Milliseconds between two readings of the background fill. */
  readonly breathMs?: number
}

/**
 * Hours are kept as they pass, and made up for as far back; midnights without end. Neither is thinned later: a fixed range
 * of `/api/v1/series` that is complete is promised never to change.
 */
const hoursBack = 30 * DAY
const yearsBack = 3 * 365 * DAY
/** Instants are final on every chain after this long, unless a chain stands still. */
const unsettled = 3 * HOUR
/** Seconds after which an hour not yet final is looked at again. */
const patience = 60
/** Within so many seconds of an hour its block is read early: nodes without an archive still hold it. */
const earlyWithin = 600
/** What the changes over a day, a week and a month need first. */
const spans = [0, DAY, 7 * DAY, 30 * DAY]

const isDone = (results: readonly ChainProgress[]) =>
  results.every(({ notFinal, failed }) => notFinal === 0 && failed === 0)

export const createKeeper = (options: KeeperOptions): Keeper => {
  const { history, store, universe, fillFrom, report, breathMs = 200 } = options
  const now = options.now ?? (() => Math.floor(Date.now() / 1000))
  const stopping = new AbortController()
  const { signal } = stopping
  /** Instants to keep, and when to look at each again. */
  const due = new Map<number, number>()
  let newest: number | null = null
  let readEarly = 0
  let underWay: Promise<void> | null = null
  let background: Promise<void> | null = null

  /** Where history stands; without any it begins now. What was kept of some chains only is due again. */
  const begin = async (time: number): Promise<number> => {
    const held = await Promise.all(universe.map((slug) => store.storedInstants(slug, time - yearsBack, time)))
    const last = Math.max(...held.map((each) => each.at(-1) ?? 0))
    for (const t of held.flat()) if (t > last - unsettled && !held.every((each) => each.includes(t))) due.set(t, 0)
    return last === 0 ? time : last
  }

  const enlist = async (time: number) => {
    newest ??= await begin(time)
    const since = newest
    const hours = instantsBetween(Math.max(floorTo(since, HOUR) + HOUR, time - hoursBack), time, HOUR)
    const midnights = instantsBetween(floorTo(since, DAY) + DAY, time, DAY)
    for (const t of [...hours, ...midnights]) due.set(t, 0)
    for (const t of due.keys()) if (t < time - hoursBack && t % DAY !== 0) due.delete(t)
    newest = Math.max(since, hours[0] ?? since)
  }

  const keepOne = async () => {
    const t = [...due.keys()].sort((a, b) => b - a).find((each) => (due.get(each) ?? 0) <= now())
    if (t === undefined) return
    if (isDone(await history.fill({ instants: [t], signal }))) due.delete(t)
    // The longer a node has failed, or a chain stood still, the more rarely it is asked.
    else due.set(t, now() + Math.max(patience, Math.floor((now() - t) / 2)))
  }

  const keep = async (time: number) => {
    await enlist(time)
    const hour = floorTo(time, HOUR)
    if (due.has(hour) && hour !== readEarly && time - hour < earlyWithin && (await history.readEarly(hour)))
      readEarly = hour
    await keepOne()
  }

  const fillPast = async (from: number, time: number) => {
    const today = floorTo(time, DAY)
    const first = spans.map((span) => today - span).filter((t) => t >= from)
    await history.fill({ instants: first, signal })
    const breathe = async () => {
      await sleep(breathMs, undefined, { signal }).catch(() => undefined)
    }
    await history.fill({ instants: instantsBetween(from, today, DAY), signal, breathe })
  }

  return {
    tick(time) {
      if (signal.aborted) return
      if (fillFrom !== null) background ??= fillPast(fillFrom, time).catch(report)
      underWay ??= keep(time)
        .catch(report)
        .finally(() => {
          underWay = null
        })
    },
    async stop() {
      stopping.abort()
      await Promise.all([underWay, background])
    },
  }
}
