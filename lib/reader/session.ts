import type { Address } from 'viem'
import { NodeError } from '../errors'
import { pinnedTo, witnessesOf } from './block-check'
import { chunksFor, dealAlone, runChunks, type SizedCall, type Target, whole } from './chunks'
import { type Endpoint, inOrder } from './endpoint'
import type { Line } from './exchange'
import { onFirst, patiently } from './failover'
import type { RawCall, RawResult } from './multicall'
import { type Opened, type OpenOptions, openOn } from './pin'
import { saysTheSame } from './same-answers'
import type { BlockRef } from './types'

/** One block of one chain, pinned by hash, and calls against it. */
export type Session = {
  readonly block: BlockRef
  /** The URL that answered last. */
  readonly endpoint: Endpoint
  requests(): number
  /** Counts one HTTP request more on this reading's meter. */
  readonly count: () => void
  /** Equal calls share one answer; calls of one tick share one `eth_call`. Throws NodeError. */
  call(call: SizedCall): Promise<RawResult>
  /** Runs all calls answered so far at the same block hash on another URL: whether it says the same. Throws NodeError. */
  sameOn(endpoint: Endpoint): Promise<boolean>
}

export type SessionOptions = OpenOptions & {
  readonly multicall: Address
  readonly endpoints: readonly Endpoint[]
  /** Hears of each HTTP request as it leaves, even if no session comes of it. */
  readonly onRequest: () => void
  readonly timeoutMs: number
  /** Milliseconds for the whole reading, however many URLs are tried. */
  readonly budgetMs: number
  readonly now: () => number
}

const keyOf = ({ address, calldata }: RawCall) => `${address.toLowerCase()}${calldata}`

/** A URL can be several nodes, of which one answered and another has not got the block yet. */
const secondTryAfterMs = 300
/** Another URL may hear of a block a little later. */
const secondTryElsewhereAfterMs = 1_000

type Asked = {
  readonly call: SizedCall
  readonly alone: boolean
  resolve(result: RawResult): void
  reject(error: unknown): void
}

/** The ways to each URL within one reading, which has one deadline for all of them. */
const targetsOf = ({ chain, multicall, timeoutMs, budgetMs }: SessionOptions, count: () => void) => {
  const deadline = performance.now() + budgetMs
  const timeout = () => Math.floor(Math.min(timeoutMs, deadline - performance.now()))
  const witnesses = witnessesOf(chain, multicall)
  const lines = new Map<Endpoint, Line>()
  const targetOf = (endpoint: Endpoint): Target => {
    const line = lines.get(endpoint) ?? { endpoint, count, timeout, ran: false }
    lines.set(endpoint, line)
    return { line, multicall, witnesses }
  }
  return { targetOf, hasTime: () => timeout() > 0 }
}

/** Opens a block on the first URL whose answers stand up to every check. Throws NodeError when no URL of the chain gives one. */
export const openSession = async (options: SessionOptions): Promise<Session> => {
  const { chain, endpoints, now } = options
  let requests = 0
  const count = () => {
    requests += 1
    options.onRequest()
  }
  const { targetOf, hasTime } = targetsOf(options, count)
  const when = { now, hasTime }
  const opening = await onFirst<Opened>(inOrder(endpoints, now()), when, (each) => openOn(options, targetOf(each)))
  const { block, results, doubted } = opening.result
  const check = pinnedTo(block, chain)
  const settled = new Map<string, { readonly call: SizedCall; readonly result: RawResult }>()
  const pending = new Map<string, Promise<RawResult>>()
  const inDoubt = new Set([...doubted].map(keyOf))
  let endpoint = opening.endpoint
  let queue: Asked[] = []
  let broken: NodeError | null = null

  const settle = (call: SizedCall, result: RawResult) => {
    settled.set(keyOf(call), { call, result })
    return result
  }

  /** The block is pinned, so any URL that has it may go on where another broke off. */
  const runAnywhere = async (asked: readonly Asked[]) => {
    const alone = asked.filter((each) => each.alone).map((each) => each.call)
    const together = asked.filter((each) => !each.alone).map((each) => each.call)
    const runOn = (each: Endpoint) => {
      const target = targetOf(each)
      const chunks = [...chunksFor(target, together), ...dealAlone(alone)]
      return runChunks(target, chunks.map(whole), { blockHash: block.hash }, check)
    }
    const others = inOrder(
      endpoints.filter((each) => each !== endpoint),
      now(),
    )
    // That others have not got a block does not speak against them, but perhaps against the one that named it.
    const forgives = (each: Endpoint, error: NodeError) => each !== opening.endpoint && error.failure.code === 'lagging'
    const done = await onFirst([endpoint, ...others], { ...when, forgives }, (each) =>
      each === opening.endpoint ? patiently(secondTryAfterMs, () => runOn(each)) : runOn(each),
    )
    endpoint = done.endpoint
    return done.result
  }

  const flush = async () => {
    const asked = queue
    queue = []
    try {
      if (broken) throw broken
      const run = await runAnywhere(asked)
      for (const each of asked) {
        const result = run.results.get(each.call)
        // In doubt: asked again alone, together with what the answers of this wave lead to.
        if (result) each.resolve(settle(each.call, result))
        else enqueue({ ...each, alone: true })
      }
    } catch (error) {
      if (error instanceof NodeError) broken = error
      for (const each of asked) each.reject(error)
    }
  }

  const enqueue = (item: Asked) => {
    // One flush a tick: setImmediate runs after all programs woken by the last answer have asked their next question.
    if (queue.length === 0) setImmediate(() => void flush())
    queue.push(item)
  }

  for (const [call, result] of results) pending.set(keyOf(call), Promise.resolve(settle(call, result)))

  return {
    block,
    requests: () => requests,
    count,
    get endpoint() {
      return endpoint
    },
    call(call) {
      const key = keyOf(call)
      const held = pending.get(key)
      if (held) return held
      const asked = new Promise<RawResult>((resolve, reject) => {
        enqueue({ call, alone: inDoubt.has(key), resolve, reject })
      })
      pending.set(key, asked)
      return asked
    },
    sameOn: (other) =>
      patiently(secondTryElsewhereAfterMs, () =>
        saysTheSame(targetOf(other), [...settled.values()], { blockHash: block.hash }, check),
      ),
  }
}
