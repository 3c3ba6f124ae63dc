import { setTimeout as sleep } from 'node:timers/promises'
import type { ChainSlug } from '../chains'
import { DAY, HOUR } from '../format/time'
import type { Store } from '../store/types'
import type { History } from './history'
import type { ChainProgress } from './history-types'
import { floorTo, instantsBetween } from './instants'

/** Extends history as time passes, beside the collector. */
export type HistoryScheduler = {
  /** After each refresh: fills at most one instant. `time` is the newest snapshot's, unix seconds. Returns at once. */
  tick(time: number): void
  /** Waits until running fills are stored. */
  stop(): Promise<void>
}

export type HistorySchedulerOptions = {
  readonly history: History
  readonly store: Pick<Store, 'storedInstants'>
  readonly universe: readonly ChainSlug[]
  /** Unix seconds: also fills the midnights from here on, once, in the background; null: only new instants. */
  readonly fillFrom: number | null
  /** Called with defects and failures of the store. */
  readonly report: (error: unknown) => void
  /** Unix seconds by the clock: only for when to try again. */
  readonly now?: () => number
  /** Milliseconds between two readings of the background fill. */
  readonly throttleMs?: number
}

/**
 * Hours are filled as they pass, and caught up for as far back; midnights without limit. Neither is thinned out later: a
 * fixed range of `/api/v1/series` that is complete must never change.
 */
const hoursBack = 30 * DAY
const yearsBack = 3 * 365 * DAY
/** Instants are final on every chain after this long, unless a chain has stopped. */
const settleSeconds = 3 * HOUR
/** Seconds after which an hour that is not final is tried again. */
const retrySeconds = 60
/** Within so many seconds after an hour its block is read early: nodes without an archive still have it. */
const earlyWithin = 600
/** Filled first, for the changes over a day, a week and a month. */
const spans = [0, DAY, 7 * DAY, 30 * DAY]

const isDone = (results: readonly ChainProgress[]) =>
  results.every(({ notFinal, failed }) => notFinal === 0 && failed === 0)

export const createHistoryScheduler = (options: HistorySchedulerOptions): HistoryScheduler => {
  const { history, store, universe, fillFrom, report, throttleMs = 200 } = options
  const now = options.now ?? (() => Math.floor(Date.now() / 1000))
  const stopping = new AbortController()
  const { signal } = stopping
  /** Instants to fill, with the time from which each may be tried. */
  const due = new Map<number, number>()
  let newest: number | null = null
  let readEarly = 0
  let pending: Promise<void> | null = null
  let background: Promise<void> | null = null

  /** The newest instant stored; without any, history begins now. Instants stored for some chains only are due again. */
  const resume = async (time: number): Promise<number> => {
    const stored = await Promise.all(universe.map((slug) => store.storedInstants(slug, time - yearsBack, time)))
    const last = Math.max(...stored.map((each) => each.at(-1) ?? 0))
    for (const t of stored.flat())
      if (t > last - settleSeconds && !stored.every((each) => each.includes(t))) due.set(t, 0)
    return last === 0 ? time : last
  }

  const schedule = async (time: number) => {
    newest ??= await resume(time)
    const since = newest
    const hours = instantsBetween(Math.max(floorTo(since, HOUR) + HOUR, time - hoursBack), time, HOUR)
    const midnights = instantsBetween(floorTo(since, DAY) + DAY, time, DAY)
    for (const t of [...hours, ...midnights]) due.set(t, 0)
    for (const t of due.keys()) if (t < time - hoursBack && t % DAY !== 0) due.delete(t)
    newest = Math.max(since, hours[0] ?? since)
  }

  const fillOne = async () => {
    const t = [...due.keys()].sort((a, b) => b - a).find((each) => (due.get(each) ?? 0) <= now())
    if (t === undefined) return
    if (isDone(await history.fill({ instants: [t], signal }))) due.delete(t)
    // The longer a node has failed, or a chain has not moved, the less often it is asked.
    else due.set(t, now() + Math.max(retrySeconds, Math.floor((now() - t) / 2)))
  }

  const run = async (time: number) => {
    await schedule(time)
    const hour = floorTo(time, HOUR)
    if (due.has(hour) && hour !== readEarly && time - hour < earlyWithin && (await history.readEarly(hour)))
      readEarly = hour
    await fillOne()
  }

  const fillPast = async (from: number, time: number) => {
    const today = floorTo(time, DAY)
    const first = spans.map((span) => today - span).filter((t) => t >= from)
    await history.fill({ instants: first, signal })
    const throttle = async () => {
      await sleep(throttleMs, undefined, { signal }).catch(() => undefined)
    }
    await history.fill({ instants: instantsBetween(from, today, DAY), signal, throttle })
  }

  return {
    tick(time) {
      if (signal.aborted) return
      if (fillFrom !== null) background ??= fillPast(fillFrom, time).catch(report)
      pending ??= run(time)
        .catch(report)
        .finally(() => {
          pending = null
        })
    },
    async stop() {
      stopping.abort()
      await Promise.all([pending, background])
    },
  }
}
