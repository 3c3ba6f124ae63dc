import type { Address } from 'viem'
import { NodeError } from '../errors'
import { type Endpoint, inOrder, noteFailure, noteSuccess } from './endpoint'
import { chunksFor, type Line, runChunks, type SizedCall } from './exchange'
import type { RawCall, RawResult } from './multicall'
import { type Opened, openOn, type SessionOptions } from './pin'
import type { BlockRef } from './types'

/** One block of one chain, pinned by hash, and calls against it. */
export type Session = {
  readonly block: BlockRef
  readonly endpoint: Endpoint
  requests(): number
  /** Counts one HTTP request more on this session's meter. */
  readonly count: () => void
  /** Equal calls share one answer; calls of one tick share one `eth_call`. Throws NodeError. */
  call(call: RawCall): Promise<RawResult>
  /** Runs all calls answered so far at the same block hash on another URL: whether it says the same. Throws NodeError. */
  sameOn(endpoint: Endpoint): Promise<boolean>
}

const keyOf = (call: RawCall) => `${call.address}${call.calldata}`
/** A refusal without a word can be the contract's, or want of gas eaten by a neighbour: it is asked again alone. */
const isSuspicious = (result: RawResult) => !result.ok && result.result === '0x'
const aloneAtMost = 16
const unknownSize = 96

/** Tries the chain's URLs, best first, until one gives a block that stands up to every check. Throws the last NodeError. */
const openFirst = async (options: SessionOptions, multicall: Address, count: () => void): Promise<Opened> => {
  let last = new NodeError('unreachable')
  for (const endpoint of inOrder(options.endpoints, options.now())) {
    try {
      const opened = await openOn(options, { endpoint, timeoutMs: options.timeoutMs, count }, multicall)
      noteSuccess(endpoint)
      return opened
    } catch (error) {
      if (!(error instanceof NodeError)) throw error
      last = error
      noteFailure(endpoint, error.failure, options.now())
    }
  }
  throw last
}

/** Opens a block. Throws NodeError when no URL of the chain gives one. */
export const openSession = async (options: SessionOptions, multicall: Address): Promise<Session> => {
  let requests = 0
  const count = () => {
    requests += 1
  }
  const { line, block, results } = await openFirst(options, multicall, count)
  const answered = new Map<string, { readonly call: SizedCall; readonly result: RawResult }>()
  const known = new Set(options.plan.filter((each) => each.failed).map(keyOf))
  const pending = new Map<string, Promise<RawResult>>()
  let queue: {
    readonly call: SizedCall
    readonly alone: boolean
    resolve(result: RawResult): void
    reject(error: unknown): void
  }[] = []

  const settle = (call: SizedCall, result: RawResult) => {
    answered.set(keyOf(call), { call, result })
    return result
  }

  const flush = async () => {
    const now = queue
    queue = []
    const alone = now.filter((each) => each.alone).map((each) => each.call)
    const together = now.filter((each) => !each.alone).map((each) => each.call)
    const perChunk = Math.ceil(alone.length / aloneAtMost) || 1
    const aloneChunks = Array.from({ length: Math.ceil(alone.length / perChunk) }, (_, i) =>
      alone.slice(i * perChunk, (i + 1) * perChunk),
    )
    try {
      const run = await runChunks(line, multicall, [...chunksFor(line.endpoint, together), ...aloneChunks], {
        blockHash: block.hash,
      })
      const suspects = together.filter((call) => isSuspicious(run.get(call) ?? { ok: true, result: '0x' }))
      for (const each of now) {
        const result = run.get(each.call)
        if (!result) each.reject(new NodeError('garbled'))
        // A lone suspect among its batch had nobody before it to eat its gas but itself.
        else if (!each.alone && suspects.length > 1 && isSuspicious(result)) enqueue({ ...each, alone: true })
        else each.resolve(settle(each.call, result))
      }
    } catch (error) {
      for (const each of now) each.reject(error)
    }
  }

  const enqueue = (item: (typeof queue)[number]) => {
    // One flush a tick: setImmediate runs after all programs woken by the last answer have asked their next question.
    if (queue.length === 0) setImmediate(() => void flush())
    queue.push(item)
  }

  const ask = (call: SizedCall, alone: boolean) =>
    new Promise<RawResult>((resolve, reject) => {
      enqueue({ call, alone, resolve, reject })
    })

  const suspects = [...results].filter(([call, result]) => isSuspicious(result) && !known.has(keyOf(call)))
  for (const [call, result] of results) {
    if (suspects.length > 1 && suspects.some(([each]) => each === call)) continue
    pending.set(keyOf(call), Promise.resolve(settle(call, result)))
  }

  return {
    block,
    endpoint: line.endpoint,
    requests: () => requests,
    count,
    call(call) {
      const key = keyOf(call)
      const held = pending.get(key)
      if (held) return held
      const doubted = suspects.find(([each]) => keyOf(each) === key)
      const asked = ask({ ...call, size: unknownSize }, doubted !== undefined)
      pending.set(key, asked)
      return asked
    },
    async sameOn(endpoint) {
      const other: Line = { endpoint, timeoutMs: options.timeoutMs, count }
      const calls = [...answered.values()].map((each) => each.call)
      const said = await runChunks(other, multicall, chunksFor(endpoint, calls), { blockHash: block.hash })
      return [...answered.values()].every(({ call, result }) => {
        const theirs = said.get(call)
        return (
          theirs !== undefined && theirs.ok === result.ok && theirs.result.toLowerCase() === result.result.toLowerCase()
        )
      })
    },
  }
}
