import type { Chain } from '../chains'
import { NodeError } from '../errors'
import { pinnedTo, ranOn } from './block-check'
import {
  aggregateRequest,
  type BlockName,
  chunksOf,
  halvesOf,
  isHex,
  readAnswer,
  runChunks,
  type SizedCall,
  type Target,
  whole,
} from './chunks'
import { exchange } from './exchange'
import { doubtedIn } from './gas-starvation'
import type { RawResult } from './multicall'
import type { RpcAnswer } from './rpc'
import type { BlockRef, Finality } from './types'

const quantity = (value: unknown): bigint => {
  if (!isHex(value) || value.length < 3 || value.length > 18) throw new NodeError('garbled')
  return BigInt(value)
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
  return { number: quantity(number), hash, timestamp: Number(quantity(timestamp)), finality }
}

/** Throws NodeError('wrong-chain') when the node says that it speaks for another chain. */
export const checkChain = (answer: RpcAnswer | undefined, chain: Chain) => {
  if (!answer || 'refusal' in answer) throw new NodeError('refused')
  if (quantity(answer.result) !== BigInt(chain.id)) throw new NodeError('wrong-chain')
}

/** A call of the last snapshot; `failed` where it was refused without a word. */
type PlannedCall = SizedCall & { readonly failed: boolean }

export type OpenOptions = {
  readonly chain: Chain
  /** What the last snapshot called here: asked again in the first request, so that dependent reads need no second. */
  readonly plan: readonly PlannedCall[]
  /** A block already known is named by its hash, so that its header need not be read again. */
  readonly at: { readonly tag: Finality } | { readonly block: BlockRef }
  /** Refuses a head below it. */
  readonly lowest: bigint | null
}

export type Opened = {
  readonly block: BlockRef
  readonly results: ReadonlyMap<SizedCall, RawResult>
  /** Planned calls whose answers were in doubt: to be asked alone where they are needed. */
  readonly doubted: ReadonlySet<SizedCall>
}

const nameOf = (at: OpenOptions['at']): BlockName => ('tag' in at ? at.tag : { blockHash: at.block.hash })

const checkHeight = (block: BlockRef, { lowest }: OpenOptions) => {
  if (lowest !== null && block.number < lowest) throw new NodeError('lagging')
}

/** Opens a block on one URL: head and planned calls in one request, accepted only when both speak of the same block. */
export const openOn = async (options: OpenOptions, target: Target): Promise<Opened> => {
  const { chain, at, plan } = options
  const { line } = target
  const { endpoint } = line
  const known = new Set<SizedCall>(plan.filter((each) => each.failed))
  const isKnown = (call: SizedCall) => known.has(call)
  const chunks = chunksOf(target, plan, isKnown)
  // One by one, the head comes first, so that all else can be pinned; the chain's id is asked once, the witnesses repeat it.
  const oneByOne = endpoint.batchLimit <= 1
  const asksChain = !oneByOne || !endpoint.answered
  const head = [
    ...(asksChain ? [{ method: 'eth_chainId', params: [] }] : []),
    ...('tag' in at ? [{ method: 'eth_getBlockByNumber', params: [at.tag, false] }] : []),
  ]
  // Only what fits the first request goes by the block's tag: the tag of a second one could mean another block.
  const early = oneByOne ? [] : chunks.slice(0, Math.max(0, endpoint.batchLimit - head.length))
  const answers = await exchange(line, [...head, ...early.map((calls) => aggregateRequest(target, calls, nameOf(at)))])
  if (asksChain) checkChain(answers[0], chain)
  const block = 'tag' in at ? blockOf(answers[head.length - 1], at.tag) : at.block
  checkHeight(block, options)

  const results = new Map<SizedCall, RawResult>()
  const doubted = new Set<SizedCall>()
  const again = chunks.slice(early.length).map(whole)
  for (const [index, calls] of early.entries()) {
    const answer = readAnswer(target, calls, answers[head.length + index])
    if (answer === 'too-big') again.push(...halvesOf(calls))
    else if (answer === 'gas-cap' || ranOn(block, chain, answer.witnesses) !== 'same') again.push(whole(calls))
    else {
      line.ran = true
      const unsure = new Set(doubtedIn(calls, answer, isKnown))
      for (const [position, call] of calls.entries()) {
        const result = answer.results[position]
        if (unsure.has(call)) doubted.add(call)
        else if (result) results.set(call, result)
      }
    }
  }
  const rest = await runChunks(target, again, { blockHash: block.hash }, pinnedTo(block, chain), isKnown)
  for (const [call, result] of rest.results) results.set(call, result)
  for (const call of rest.doubted) doubted.add(call)
  return { block, results, doubted }
}
