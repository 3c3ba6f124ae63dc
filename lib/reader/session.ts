import type { Address } from 'viem'
import { NodeError } from '../errors'
import { type AnsweredCall, answersMatch } from './answers-match'
import { blockCheckCalls, requireBlock } from './block-check'
import { chunksBySize, isolateCalls, type Target, unsplit } from './chunks'
import { type Endpoint, orderEndpoints, orderForHistory } from './endpoint'
import type { Connection } from './exchange'
import { retryWhenLagging, tryEndpoints } from './failover'
import type { RawCall, RawResult, SizedCall } from './multicall'
import { type Opened, type OpenOptions, openBlock } from './pin'
import { runChunks } from './run-chunks'
import type { BlockRef } from './types'

/** One block of one chain, pinned by hash, and calls against it. */
export type Session = {
  readonly block: BlockRef
  /** The URL that answered last. */
  readonly endpoint: Endpoint
  requests(): number
  /** Adds one HTTP request to this reading's count. */
  readonly count: () => void
  /** Equal calls share one answer; calls of one tick share one `eth_call`. Throws NodeError. */
  call(call: SizedCall): Promise<RawResult>
  /** Runs all calls answered so far at the same block hash on another URL: whether all answers match. Throws NodeError. */
  agreesOn(endpoint: Endpoint): Promise<boolean>
}

export type SessionOptions = OpenOptions & {
  readonly multicall: Address
  readonly endpoints: readonly Endpoint[]
  /** Called for each HTTP request as it leaves, even if no session comes of it. */
  readonly onRequest: () => void
  readonly timeoutMs: number
  /** Milliseconds for the whole reading, however many URLs are tried. */
  readonly budgetMs: number
  readonly now: () => number
}

const keyOf = ({ address, calldata }: RawCall) => `${address.toLowerCase()}${calldata}`

/** Another URL may get a block a little later. */
const retryDelayElsewhereMs = 1_000

type QueuedCall = {
  readonly call: SizedCall
  readonly isolated: boolean
  resolve(result: RawResult): void
  reject(error: unknown): void
}

/** One connection per URL within one reading, which has one deadline for all of them. */
const createTargets = ({ chain, multicall, timeoutMs, budgetMs }: SessionOptions, count: () => void) => {
  const deadline = performance.now() + budgetMs
  const timeout = () => Math.floor(Math.min(timeoutMs, deadline - performance.now()))
  const checkCalls = blockCheckCalls(chain, multicall)
  const connections = new Map<Endpoint, Connection>()
  const targetOf = (endpoint: Endpoint): Target => {
    const connection = connections.get(endpoint) ?? { endpoint, count, timeout, ran: false }
    connections.set(endpoint, connection)
    return { connection, multicall, checkCalls }
  }
  return { targetOf, hasTime: () => timeout() > 0 }
}

/** Pins a block on the first URL whose answers pass every check. Throws NodeError when no URL of the chain gives one. */
export const openSession = async (options: SessionOptions): Promise<Session> => {
  const { chain, endpoints, now } = options
  let requests = 0
  const count = () => {
    requests += 1
    options.onRequest()
  }
  const { targetOf, hasTime } = createTargets(options, count)
  const past = 'block' in options.at
  const ordered = past ? orderForHistory : orderEndpoints
  const tries = { now, hasTime, past }
  const opened = await tryEndpoints<Opened>(ordered(endpoints, now()), tries, (each) =>
    openBlock(options, targetOf(each)),
  )
  const { block, results, starved } = opened.result
  const verify = requireBlock(block, chain)
  const answered = new Map<string, AnsweredCall>()
  const answers = new Map<string, Promise<RawResult>>()
  const starvedKeys = new Set([...starved].map(keyOf))
  let endpoint = opened.endpoint
  let queue: QueuedCall[] = []
  let failed: NodeError | null = null

  const keep = (call: SizedCall, result: RawResult) => {
    answered.set(keyOf(call), { call, result })
    return result
  }

  /** The block is pinned by hash, so another URL that has it may continue where one failed. */
  const runWithFailover = async (queued: readonly QueuedCall[]) => {
    const isolated = queued.filter((each) => each.isolated).map((each) => each.call)
    const together = queued.filter((each) => !each.isolated).map((each) => each.call)
    const runOn = (each: Endpoint) => {
      const target = targetOf(each)
      const chunks = [...chunksBySize(target, together), ...isolateCalls(isolated)]
      return runChunks(target, chunks.map(unsplit), { blockHash: block.hash }, verify)
    }
    const others = ordered(
      endpoints.filter((each) => each !== endpoint),
      now(),
    )
    // That other URLs lack a block is not their failure, but perhaps one of the URL that named it.
    const ignoresFailure = (each: Endpoint, error: NodeError) =>
      each !== opened.endpoint && error.failure.code === 'lagging'
    const done = await tryEndpoints([endpoint, ...others], { ...tries, ignoresFailure }, (each) =>
      each === opened.endpoint ? retryWhenLagging(() => runOn(each)) : runOn(each),
    )
    endpoint = done.endpoint
    return done.result
  }

  const flush = async () => {
    const queued = queue
    queue = []
    try {
      if (failed) throw failed
      const run = await runWithFailover(queued)
      for (const each of queued) {
        const result = run.results.get(each.call)
        // Without a result it may have been starved of gas: run again, isolated, together with the next calls.
        if (result) each.resolve(keep(each.call, result))
        else enqueue({ ...each, isolated: true })
      }
    } catch (error) {
      if (error instanceof NodeError) failed = error
      for (const each of queued) each.reject(error)
    }
  }

  const enqueue = (item: QueuedCall) => {
    // One flush a tick: setImmediate runs after all programs that the last answers resumed have made their next call.
    if (queue.length === 0) setImmediate(() => void flush())
    queue.push(item)
  }

  for (const [call, result] of results) answers.set(keyOf(call), Promise.resolve(keep(call, result)))

  return {
    block,
    requests: () => requests,
    count,
    get endpoint() {
      return endpoint
    },
    call(call) {
      const key = keyOf(call)
      const known = answers.get(key)
      if (known !== undefined) return known
      const answer = new Promise<RawResult>((resolve, reject) => {
        enqueue({ call, isolated: starvedKeys.has(key), resolve, reject })
      })
      answers.set(key, answer)
      return answer
    },
    agreesOn: (other) =>
      retryWhenLagging(
        () => answersMatch(targetOf(other), [...answered.values()], { blockHash: block.hash }, verify),
        retryDelayElsewhereMs,
      ),
  }
}
