import type { Chain } from '../chains'
import { NodeError } from '../errors'
import { compareBlock, requireBlock } from './block-check'
import {
  aggregateRequest,
  type BlockName,
  isHex,
  planChunks,
  readAnswer,
  splitInHalf,
  type Target,
  unsplit,
} from './chunks'
import type { Endpoint } from './endpoint'
import type { RpcAnswer } from './envelope'
import { exchange } from './exchange'
import { retryWhenLagging } from './failover'
import { starvedCalls } from './gas-starvation'
import { isOwnHash } from './header-hash'
import type { RawResult, SizedCall } from './multicall'
import { runChunks } from './run-chunks'
import type { BlockRef, Finality } from './types'

/** Zeros in front are harmless; more than 64 bits are not. */
const quantity = (value: unknown): bigint => {
  if (!isHex(value) || value.length < 3 || value.length > 66) throw new NodeError('garbled')
  const number = BigInt(value)
  if (number >= 1n << 64n) throw new NodeError('garbled')
  return number
}

/** The block of a header as a node gives it. Throws NodeError; a block that the node does not have is `lagging`. */
export const blockOf = (answer: RpcAnswer | undefined, finality: Finality): BlockRef => {
  if (!answer) throw new NodeError('garbled')
  if ('refusal' in answer) {
    if (answer.refusal === 'unknown-block') throw new NodeError('lagging')
    throw new NodeError(answer.refusal === 'no-archive' ? 'no-archive' : 'refused')
  }
  const header = answer.result
  if (header === null) throw new NodeError('lagging')
  if (typeof header !== 'object') throw new NodeError('garbled')
  const { number, hash, timestamp } = header as Readonly<Record<string, unknown>>
  if (!isHex(hash) || hash.length !== 66) throw new NodeError('garbled')
  // Hashes are compared as text, and upper case means the same.
  const lower = `0x${hash.slice(2).toLowerCase()}` as const
  return { number: quantity(number), hash: lower, timestamp: Number(quantity(timestamp)), finality }
}

/** Throws NodeError('wrong-chain') when the node answers `eth_chainId` with another chain. */
export const checkChain = (answer: RpcAnswer | undefined, chain: Chain) => {
  if (!answer || 'refusal' in answer) throw new NodeError('refused')
  if (quantity(answer.result) !== BigInt(chain.id)) throw new NodeError('wrong-chain')
}

const isProved = (answer: RpcAnswer | undefined): boolean =>
  answer !== undefined && 'result' in answer && isOwnHash(answer.result as Readonly<Record<string, unknown>>)

/** A call of the last snapshot; `failed` where it reverted without data. */
type PlannedCall = SizedCall & { readonly failed: boolean }

export type OpenOptions = {
  readonly chain: Chain
  /** The calls of the last snapshot: repeated in the first request, so that dependent reads need no second one. */
  readonly plan: readonly PlannedCall[]
  /** A block already known is named by its hash, so that its header need not be read again. */
  readonly at: { readonly tag: Finality } | { readonly block: BlockRef }
  /** Throws NodeError where a URL's head cannot be the chain's. */
  readonly checkHead: (endpoint: Endpoint, head: BlockRef) => void
}

export type Opened = {
  readonly block: BlockRef
  readonly results: ReadonlyMap<SizedCall, RawResult>
  /** Planned calls that may have been starved of gas: to be run isolated where they are needed. */
  readonly starved: ReadonlySet<SizedCall>
}

const nameOf = (at: OpenOptions['at']): BlockName => ('tag' in at ? at.tag : { blockHash: at.block.hash })

/** Pins a block on one URL: head and planned calls in one request, accepted only when both are of the same block. */
export const openBlock = async (options: OpenOptions, target: Target): Promise<Opened> => {
  const { chain, at, plan, checkHead } = options
  const { connection } = target
  const { endpoint } = connection
  const failedBefore = new Set<SizedCall>(plan.filter((each) => each.failed))
  const isKnownRevert = (call: SizedCall) => failedBefore.has(call)
  const chunks = planChunks(target, plan, isKnownRevert)
  // Without batches the head is read first, so that all else can be pinned; the chain id is asked once, as the check
  // calls repeat it.
  const oneByOne = endpoint.batchLimit <= 1
  const asksChain = !oneByOne || !endpoint.answered
  const head = [
    ...(asksChain ? [{ method: 'eth_chainId', params: [] }] : []),
    ...('tag' in at ? [{ method: 'eth_getBlockByNumber', params: [at.tag, false] }] : []),
  ]
  // Only what fits the first request names the block by its tag: in a second one the tag could mean another block.
  const first = oneByOne ? [] : chunks.slice(0, Math.max(0, endpoint.batchLimit - head.length))
  const answers = await exchange(connection, [
    ...head,
    ...first.map((calls) => aggregateRequest(target, calls, nameOf(at))),
  ])
  if (asksChain) checkChain(answers[0], chain)
  const block = 'tag' in at ? blockOf(answers[head.length - 1], at.tag) : at.block
  if ('tag' in at) checkHead(endpoint, block)

  const results = new Map<SizedCall, RawResult>()
  const starved = new Set<SizedCall>()
  const pending = chunks.slice(first.length).map(unsplit)
  for (const [index, calls] of first.entries()) {
    const answer = readAnswer(target, calls, answers[head.length + index])
    if (answer === 'too-big') pending.push(...splitInHalf(calls))
    else if (answer === 'gas-cap' || compareBlock(block, chain, answer.checkResults) !== 'same')
      pending.push(unsplit(calls))
    else {
      connection.ran = true
      const untrusted = new Set(starvedCalls(calls, answer, isKnownRevert))
      for (const [position, call] of calls.entries()) {
        const result = answer.results[position]
        if (untrusted.has(call)) starved.add(call)
        else if (result) results.set(call, result)
      }
    }
  }
  // What the tag named was run without the hash, which may be made up: only the hash itself or a call at it proves it.
  if ('tag' in at && results.size > 0 && pending.length === 0 && !isProved(answers[head.length - 1]))
    pending.push(unsplit([]))
  const rest = await retryWhenLagging(() =>
    runChunks(target, pending, { blockHash: block.hash }, requireBlock(block, chain), isKnownRevert),
  )
  for (const [call, result] of rest.results) results.set(call, result)
  for (const call of rest.starved) starved.add(call)
  return { block, results, starved }
}
