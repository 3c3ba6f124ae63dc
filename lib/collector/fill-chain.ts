import { type FailureReason, failureText, NodeError } from '../errors'
import type { Observation } from '../metrics/types'
import { groupByBlock, type InstantGroup, instantsUntilFinal } from './group-instants'
import type { HistoryChain } from './history-chain'
import type { ChainProgress, FillOptions, HistoryStore } from './history-types'
import type { InstantCoordinator, Outcome } from './instant-coordinator'
import { stretchesOf } from './instants'
import { createThrottle, type ThrottleOptions } from './throttle'

/** Instants whose blocks are located together: their searches share the headers they read. */
const batchSize = 256
/** How many instants one chain may be ahead of the slowest: its readings wait in memory for the sums over all chains. */
const maxAhead = 24
/** After so many failed instants in a row the chain is left for another run. */
const failuresInARow = 3

export type FillChainOptions = {
  readonly chain: HistoryChain
  /** Instants not stored yet, newest first. */
  readonly todo: readonly number[]
  readonly coordinator: InstantCoordinator
  readonly store: Pick<HistoryStore, 'putGap'>
  readonly limits: Pick<ThrottleOptions, 'most' | 'waitMs' | 'tries'>
  readonly fill: FillOptions
}

/** Reads one chain's part of the instants and records it. What cannot be read becomes a gap with its reason. */
export const fillChain = async (options: FillChainOptions): Promise<ChainProgress> => {
  const { chain, todo, coordinator, store } = options
  const { instants, signal, onProgress, throttle } = options.fill
  const counts = { stored: instants.length - todo.length, read: 0, notBegun: 0, notFinal: 0 }
  const remaining = new Set(todo)
  const inFlight = new Set<Promise<void>>()
  const failed: number[] = []
  let reason: FailureReason | null = null
  let inARow = 0
  let givenUp = false
  let defect: { readonly error: unknown } | null = null

  const isFinal = (error: NodeError) => chain.lacksArchive(error)
  const throttleOptions = { ...options.limits, isFinal, ...(signal ? { signal } : {}) }
  const readings = createThrottle(throttleOptions)
  // Apart from readings: any node has headers, which tells nothing of old states.
  const headers = createThrottle({ ...throttleOptions, most: 1 })
  const isOver = () => givenUp || defect !== null || signal?.aborted === true
  const progress = (): ChainProgress => ({
    chain: chain.slug,
    asked: instants.length,
    ...counts,
    failed: failed.length,
    reason: reason && failureText(reason),
  })

  const record = async (times: readonly number[], outcome: Outcome) => {
    for (const t of times) {
      remaining.delete(t)
      await coordinator.record(chain.slug, t, outcome)
      if (outcome.kind === 'read') counts.read += 1
      else if (outcome.kind === 'not-begun') counts.notBegun += 1
      else if (outcome.kind === 'waiting') counts.notFinal += 1
      else failed.push(t)
      onProgress?.(progress())
    }
  }

  /** Records a failure; with `all` also for every instant not begun yet. Readings in flight still count. */
  const fail = async (times: readonly number[], error: unknown, all: boolean) => {
    if (!(error instanceof NodeError)) throw error
    reason = error.reason
    givenUp ||= all
    await record(all ? [...times, ...remaining] : times, { kind: 'unreadable' })
  }

  const readGroup = async ({ block, instants: times }: InstantGroup) => {
    let nums: readonly Observation[]
    try {
      nums = await readings.attempt(() => chain.read(block))
      inARow = 0
    } catch (error) {
      if (signal?.aborted) return
      inARow += 1
      // Without an archive older states are missing, too; and a chain that never answered is unlikely to begin.
      const hopeless = error instanceof NodeError && (isFinal(error) || counts.read === 0 || inARow >= failuresInARow)
      return fail(times, error, hopeless)
    }
    await record(times, { kind: 'read', block, nums })
  }

  const readGroups = async (groups: readonly InstantGroup[]) => {
    for (const group of groups) {
      await throttle?.()
      while (inFlight.size >= readings.limit()) await Promise.race(inFlight)
      await coordinator.waitForOthers(group.instants[0] ?? 0, maxAhead)
      if (isOver()) return
      for (const t of group.instants) remaining.delete(t)
      const reading = readGroup(group)
        .catch((error: unknown) => {
          defect ??= { error }
        })
        .finally(() => inFlight.delete(reading))
      inFlight.add(reading)
    }
  }

  const readAll = async () => {
    const heads = await headers.attempt(() => chain.heads())
    const final = await instantsUntilFinal(todo, heads, () => headers.attempt(() => chain.next(heads.finalized)))
    await record(todo.slice(0, todo.length - final.length), { kind: 'waiting' })
    for (let from = 0; from < final.length && !isOver(); from += batchSize) {
      const times = final.slice(from, from + batchSize)
      const blocks = await headers.attempt(() => chain.locate(times, heads))
      await record(
        times.filter((_, index) => blocks[index] === null),
        { kind: 'not-begun' },
      )
      await readGroups(groupByBlock(times, blocks))
    }
  }

  onProgress?.(progress())
  try {
    if (todo.length > 0) await readAll()
  } catch (error) {
    if (!signal?.aborted) await fail([], error, true)
  } finally {
    await Promise.all(inFlight)
  }
  // safe: set by a reading that ended meanwhile, which the compiler does not see
  const found = defect as { readonly error: unknown } | null
  if (found !== null) throw found.error
  for (const { from, to } of stretchesOf(failed, instants))
    await store.putGap({ chain: chain.slug, from, to, reason: reason ?? { code: 'not-read' } })
  return progress()
}
