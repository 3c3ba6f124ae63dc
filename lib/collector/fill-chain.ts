import { type FailureReason, failureText, NodeError } from '../errors'
import type { Observation } from '../metrics/types'
import type { Header } from '../reader/block-at'
import type { Heads } from '../reader/headers'
import type { ChainProgress, FillOptions, HistoryStore } from './history'
import type { HistoryChain } from './history-chain'
import type { InstantBook, Outcome } from './instant-coordinator'
import { stretchesOf } from './instants'
import { createPace, type Pace } from './throttle'

/** Blocks found in one go: their searches share what they read. */
const slab = 256
/** How many instants one chain may be ahead of the slowest: their readings wait in memory for the sums over all chains. */
const ahead = 24
/** So many instants in a row that fail after all tries: the chain is left for another time. */
const failuresInARow = 3

export type FillChainOptions = {
  readonly chain: HistoryChain
  /** Instants not held yet, newest first. */
  readonly todo: readonly number[]
  readonly book: InstantBook
  readonly store: Pick<HistoryStore, 'putGap'>
  readonly pace: { readonly most: number; readonly waitMs: number; readonly tries: number }
  readonly fill: FillOptions
}

/** Instants whose last block is one and the same: read once. */
type Group = { readonly block: Header; readonly instants: readonly number[] }

const groupsOf = (times: readonly number[], blocks: readonly (Header | null)[]): readonly Group[] => {
  const groups: { block: Header; instants: number[] }[] = []
  for (const [index, t] of times.entries()) {
    const block = blocks[index]
    if (!block) continue
    const last = groups.at(-1)
    if (last?.block.number === block.number) last.instants.push(t)
    else groups.push({ block, instants: [t] })
  }
  return groups
}

/** The instants of which no later block can still become the last one, newest first as they were given. Throws NodeError. */
const finalOf = async (chain: HistoryChain, todo: readonly number[], heads: Heads, pace: Pace) => {
  const { finalized, latest } = heads
  const isBehind = finalized.number < latest.number
  // Blocks of one second: the next one may be of this very instant, and is not final.
  const next = todo.includes(finalized.timestamp) && isBehind ? await pace.attempt(() => chain.next(finalized)) : null
  const final = next === finalized.timestamp ? finalized.timestamp - 1 : finalized.timestamp
  return todo.filter((t) => t <= final)
}

/** Reads one chain's part of the instants and hands it to the book. What cannot be read becomes a gap with its reason. */
export const fillChain = async (options: FillChainOptions): Promise<ChainProgress> => {
  const { chain, todo, book, store } = options
  const { instants, signal, onProgress, breathe } = options.fill
  const count = { held: instants.length - todo.length, read: 0, notBegun: 0, notFinal: 0 }
  const left = new Set(todo)
  const inFlight = new Set<Promise<void>>()
  const failed: number[] = []
  let reason: FailureReason | null = null
  let inARow = 0
  let givenUp = false
  let broken: { readonly error: unknown } | null = null

  const isFinal = (error: NodeError) => chain.lacksArchive(error)
  const told = { ...options.pace, isFinal, ...(signal ? { signal } : {}) }
  const pace = createPace(told)
  // On its own: that headers come easily says nothing of old states.
  const ofHeaders = createPace({ ...told, most: 1 })
  const isOver = () => givenUp || broken !== null || signal?.aborted === true
  const progress = (): ChainProgress => ({
    chain: chain.slug,
    asked: instants.length,
    ...count,
    failed: failed.length,
    reason: reason && failureText(reason),
  })

  const settle = async (times: readonly number[], outcome: Outcome) => {
    for (const t of times) {
      left.delete(t)
      await book.settle(chain.slug, t, outcome)
      if (outcome.kind === 'read') count.read += 1
      else if (outcome.kind === 'not-begun') count.notBegun += 1
      else if (outcome.kind === 'waiting') count.notFinal += 1
      else failed.push(t)
      onProgress?.(progress())
    }
  }

  /** What is left of the chain is of no use to try now; what is under way still speaks for itself. */
  const fail = async (times: readonly number[], error: unknown, all: boolean) => {
    if (!(error instanceof NodeError)) throw error
    reason = error.reason
    givenUp ||= all
    await settle(all ? [...times, ...left] : times, { kind: 'unreadable' })
  }

  const readGroup = async ({ block, instants: times }: Group) => {
    let nums: readonly Observation[]
    try {
      nums = await pace.attempt(() => chain.read(block))
      inARow = 0
    } catch (error) {
      if (signal?.aborted) return
      inARow += 1
      // Older states are gone, too; and a chain that never answered will not begin to.
      const hopeless = error instanceof NodeError && (isFinal(error) || count.read === 0 || inARow >= failuresInARow)
      return fail(times, error, hopeless)
    }
    await settle(times, { kind: 'read', block, nums })
  }

  const readGroups = async (groups: readonly Group[]) => {
    for (const group of groups) {
      await breathe?.()
      while (inFlight.size >= pace.limit()) await Promise.race(inFlight)
      await book.near(group.instants[0] ?? 0, ahead)
      if (isOver()) return
      for (const t of group.instants) left.delete(t)
      const one = readGroup(group)
        .catch((error: unknown) => {
          broken ??= { error }
        })
        .finally(() => inFlight.delete(one))
      inFlight.add(one)
    }
  }

  const readAll = async () => {
    const heads = await ofHeaders.attempt(() => chain.heads())
    const final = await finalOf(chain, todo, heads, ofHeaders)
    await settle(todo.slice(0, todo.length - final.length), { kind: 'waiting' })
    for (let from = 0; from < final.length && !isOver(); from += slab) {
      const times = final.slice(from, from + slab)
      const blocks = await ofHeaders.attempt(() => chain.locate(times, heads))
      const early = times.filter((_, index) => blocks[index] === null)
      await settle(early, { kind: 'not-begun' })
      await readGroups(groupsOf(times, blocks))
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
  const defect = broken as { readonly error: unknown } | null
  if (defect !== null) throw defect.error
  for (const { from, to } of stretchesOf(failed, instants))
    await store.putGap({ chain: chain.slug, from, to, reason: reason ?? { code: 'not-read' } })
  return progress()
}
