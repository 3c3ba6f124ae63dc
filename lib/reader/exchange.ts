import type { Address, Hex } from 'viem'
import { NodeError } from '../errors'
import { type Endpoint, shrinkAnswer, shrinkBatch } from './endpoint'
import { cutChunks, decodeAggregate, encodeAggregate, type RawCall, type RawResult, resultCost } from './multicall'
import { BatchRefusedError, type RpcAnswer, type RpcRequest, sendRpc } from './rpc'

/** Said in every call: many nodes otherwise cap it by the block's limit or by a smaller default of their own. */
const callGas = '0x2faf080'

/** How the blocks of a request are named: a tag, a number, or best the hash, which can mean one block only. */
export type BlockName = Hex | 'latest' | 'safe' | 'finalized' | { readonly blockHash: Hex }

/** A call with what its answer is expected to weigh, from the last time it was made. */
export type SizedCall = RawCall & { readonly size: number }

/** One URL, the time it gets, and a meter of HTTP requests: everything that leaves for a node passes here. */
export type Line = {
  readonly endpoint: Endpoint
  readonly timeoutMs: number
  readonly count: () => void
}

/** Sends requests in as few HTTP requests as this URL accepts, and remembers what it refuses. */
export const exchange = async (line: Line, requests: readonly RpcRequest[]): Promise<readonly RpcAnswer[]> => {
  const answers: RpcAnswer[] = []
  while (answers.length < requests.length) {
    const batch = requests.slice(answers.length, answers.length + line.endpoint.batchLimit)
    line.count()
    try {
      answers.push(...(await sendRpc(line.endpoint.url, batch, line.timeoutMs)))
    } catch (error) {
      if (!(error instanceof BatchRefusedError) || !shrinkBatch(line.endpoint, batch.length)) throw error
    }
  }
  return answers
}

export const aggregateRequest = (multicall: Address, calls: readonly RawCall[], block: BlockName): RpcRequest => ({
  method: 'eth_call',
  params: [{ to: multicall, data: encodeAggregate(calls), gas: callGas }, block],
})

export const isHex = (value: unknown): value is Hex => typeof value === 'string' && /^0x[0-9a-fA-F]*$/.test(value)

/** Results of one aggregate answer; null where the node refused it for its size or gas. Throws NodeError otherwise. */
export const resultsOf = (answer: RpcAnswer, count: number): readonly RawResult[] | null => {
  if ('refusal' in answer) {
    if (answer.refusal === 'too-big') return null
    if (answer.refusal === 'no-archive') throw new NodeError('no-archive')
    if (answer.refusal === 'unknown-block') throw new NodeError('lagging')
    throw new NodeError('refused')
  }
  if (!isHex(answer.result)) throw new NodeError('garbled')
  try {
    return decodeAggregate(answer.result, count)
  } catch {
    throw new NodeError('garbled')
  }
}

const costOf = (call: SizedCall) => resultCost(call.size)

const weight = (calls: readonly SizedCall[]) => calls.reduce((sum, call) => sum + costOf(call), 0)

/** Chunks in the size this URL accepts, with room left for the calls that will head each. */
export const chunksFor = (endpoint: Endpoint, calls: readonly SizedCall[], heads: readonly SizedCall[] = []) =>
  cutChunks(calls, costOf, endpoint.answerLimit - weight(heads) - 64)

const halves = <item>(items: readonly item[]): readonly (readonly item[])[] => {
  const middle = Math.ceil(items.length / 2)
  return [items.slice(0, middle), items.slice(middle)]
}

/** Said of a single call that a node refuses to run at any size: it fails alone. */
const refusedAlone: RawResult = { ok: false, result: '0x' }

/**
 * Runs chunks at one block, splitting what is refused until it passes. Results come in the order of the chunks' calls.
 * Throws NodeError.
 */
export const runChunks = async (
  line: Line,
  multicall: Address,
  chunks: readonly (readonly SizedCall[])[],
  block: BlockName,
): Promise<ReadonlyMap<SizedCall, RawResult>> => {
  const results = new Map<SizedCall, RawResult>()
  let waiting = chunks.filter((chunk) => chunk.length > 0)
  while (waiting.length > 0) {
    const answers = await exchange(
      line,
      waiting.map((chunk) => aggregateRequest(multicall, chunk, block)),
    )
    const refused: (readonly SizedCall[])[] = []
    for (const [index, chunk] of waiting.entries()) {
      const answer = answers[index]
      if (!answer) throw new NodeError('garbled')
      const values = resultsOf(answer, chunk.length)
      if (values === null && chunk.length > 1) {
        shrinkAnswer(line.endpoint, weight(chunk))
        refused.push(...halves(chunk))
      } else {
        for (const [position, call] of chunk.entries()) results.set(call, values?.[position] ?? refusedAlone)
      }
    }
    waiting = refused
  }
  return results
}
