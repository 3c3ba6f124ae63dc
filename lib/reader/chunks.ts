import type { Address, Hex } from 'viem'
import { NodeError } from '../errors'
import { gasProbe } from './block-check'
import type { RpcAnswer } from './envelope'
import type { Connection } from './exchange'
import { cutChunks, decodeAggregate, encodeAggregate, type RawResult, resultCost, type SizedCall } from './multicall'
import type { RpcRequest } from './rpc'

/** How a request names its block: a tag, a number, or best the hash, which can mean one block only. */
export type BlockName = Hex | 'latest' | 'safe' | 'finalized' | { readonly blockHash: Hex }

/** Calls that go into one `eth_call` together. */
export type Chunk = readonly SizedCall[]

export const isHex = (value: unknown): value is Hex => typeof value === 'string' && /^0x[0-9a-fA-F]*$/.test(value)

/** Where chunks run: a connection, the chain's Multicall3, and the calls that check the block of each chunk. */
export type Target = {
  readonly connection: Connection
  readonly multicall: Address
  readonly checkCalls: readonly SizedCall[]
}

export const aggregateRequest = (
  { connection, multicall, checkCalls }: Target,
  calls: Chunk,
  block: BlockName,
): RpcRequest => ({
  method: 'eth_call',
  params: [
    {
      to: multicall,
      data: encodeAggregate([...checkCalls, ...calls, gasProbe]),
      gas: `0x${connection.endpoint.callGas.toString(16)}`,
    },
    block,
  ],
})

export type ChunkAnswer = {
  readonly checkResults: readonly RawResult[]
  readonly results: readonly RawResult[]
  /** The gas probe succeeded: a call that reverted had enough gas, so the revert is its own. */
  readonly hadGas: boolean
}

/** What one chunk returned, or why the node refused it: for its size, or for the gas it asks for. Throws NodeError. */
export const readAnswer = (
  { checkCalls }: Target,
  calls: Chunk,
  answer: RpcAnswer | undefined,
): ChunkAnswer | 'too-big' | 'gas-cap' => {
  if (!answer) throw new NodeError('garbled')
  if ('refusal' in answer) {
    if (answer.refusal === 'too-big' || answer.refusal === 'gas-cap') return answer.refusal
    if (answer.refusal === 'no-archive') throw new NodeError('no-archive')
    throw new NodeError(answer.refusal === 'unknown-block' ? 'lagging' : 'refused')
  }
  if (!isHex(answer.result) || answer.result.length % 2 === 1) throw new NodeError('garbled')
  try {
    const all = decodeAggregate(answer.result, checkCalls.length + calls.length + 1)
    return {
      checkResults: all.slice(0, checkCalls.length),
      results: all.slice(checkCalls.length, -1),
      hadGas: all.at(-1)?.ok === true,
    }
  } catch {
    throw new NodeError('garbled')
  }
}

/** Expected bytes of the answer to these calls. */
export const answerBytes = (calls: Chunk) => calls.reduce((sum, { size }) => sum + resultCost(size), 64)

/** Chunks in the size this URL accepts, with room left for the check calls and the gas probe. */
export const chunksBySize = ({ connection, checkCalls }: Target, calls: Chunk): readonly Chunk[] =>
  cutChunks(
    calls,
    ({ size }) => resultCost(size),
    connection.endpoint.answerLimit - answerBytes([...checkCalls, gasProbe]),
  )

const isolatedAtMost = 16

/** Each call first in a chunk of its own, where it has all of the gas; behind others only where there are many. */
export const isolateCalls = (calls: Chunk): readonly Chunk[] =>
  Array.from({ length: Math.min(isolatedAtMost, calls.length) }, (_, first) =>
    calls.filter((_call, index) => index % isolatedAtMost === first),
  )

/** Calls known to revert without data, which may burn all gas, stand where they cannot starve others: isolated, or last. */
export const planChunks = (
  target: Target,
  calls: Chunk,
  isKnownRevert: (call: SizedCall) => boolean,
): readonly Chunk[] => {
  const reverting = calls.filter(isKnownRevert)
  const others = calls.filter((call) => !isKnownRevert(call))
  const takesBatches = !Number.isFinite(target.connection.endpoint.batchLimit)
  if (reverting.length > 1 && takesBatches) return [...chunksBySize(target, others), ...isolateCalls(reverting)]
  return chunksBySize(target, [...others, ...reverting])
}

/** The two halves of a refused chunk: its size was the reason only where both of them pass. */
export type Halves = { remaining: number; largest: number }
export type PendingChunk = { readonly calls: Chunk; readonly halves: Halves | null }

export const unsplit = (calls: Chunk): PendingChunk => ({ calls, halves: null })

/** A chunk in two, or as it is where it is a single call. */
export const splitInHalf = (calls: Chunk): readonly PendingChunk[] => {
  if (calls.length < 2) return [unsplit(calls)]
  const middle = Math.ceil(calls.length / 2)
  const halves: Halves = { remaining: 2, largest: 0 }
  return [calls.slice(0, middle), calls.slice(middle)].map((half) => ({ calls: half, halves }))
}
