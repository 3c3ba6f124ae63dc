import { type Address, encodeFunctionData, getAddress } from 'viem'
import type { Chain } from '../chains/define-chain'
import { arbSys } from '../contracts/arb-sys'
import { multicall3 } from '../contracts/multicall3'
import { NodeError } from '../errors'
import type { Endpoint } from './endpoint'
import {
  aggregateRequest,
  type BlockName,
  chunksFor,
  exchange,
  isHex,
  type Line,
  resultsOf,
  runChunks,
  type SizedCall,
} from './exchange'
import type { RawResult } from './multicall'
import type { RpcAnswer } from './rpc'
import type { BlockRef, Finality } from './types'

const arbSysAddress = getAddress('0x0000000000000000000000000000000000000064')

/** Calls at the head of every chunk that say which block and chain it really ran on. */
const witnessesOf = (chain: Chain, multicall: Address): readonly SizedCall[] => {
  const own = (functionName: 'getBlockNumber' | 'getCurrentBlockTimestamp' | 'getChainId') => ({
    address: multicall,
    calldata: encodeFunctionData({ abi: multicall3.abi, functionName }),
    size: 32,
  })
  const number =
    chain.evmBlockNumber === 'own'
      ? []
      : [
          {
            address: arbSysAddress,
            calldata: encodeFunctionData({ abi: arbSys.abi, functionName: 'arbBlockNumber' }),
            size: 32,
          },
        ]
  return [own('getChainId'), own('getCurrentBlockTimestamp'), own('getBlockNumber'), ...number]
}

const integer = (result: RawResult | undefined): bigint | null =>
  result?.ok && result.result.length === 66 ? BigInt(result.result) : null

/** Whether a chunk ran on this block: `unknown` where the witnesses are silent. */
const ranOn = (block: BlockRef, chain: Chain, witnesses: readonly RawResult[]): 'same' | 'other' | 'unknown' => {
  const [chainId, timestamp, evmNumber, ownNumber] = witnesses.map(integer)
  if (chainId !== null && chainId !== undefined && chainId !== BigInt(chain.id)) throw new NodeError('wrong-chain')
  const number = ownNumber ?? evmNumber ?? null
  if (number === null || timestamp === null || timestamp === undefined) return 'unknown'
  return number === block.number && timestamp === BigInt(block.timestamp) ? 'same' : 'other'
}

const quantity = (value: unknown): bigint => {
  if (!isHex(value) || value.length < 3 || value.length > 18) throw new NodeError('garbled')
  return BigInt(value)
}

const blockOf = (answer: RpcAnswer | undefined, finality: Finality): BlockRef => {
  if (!answer || 'refusal' in answer) throw new NodeError(answer?.refusal === 'no-archive' ? 'no-archive' : 'refused')
  const header = answer.result
  if (typeof header !== 'object' || header === null) throw new NodeError('lagging')
  const { number, hash, timestamp } = header as Readonly<Record<string, unknown>>
  if (!isHex(hash) || hash.length !== 66) throw new NodeError('garbled')
  return { number: quantity(number), hash, timestamp: Number(quantity(timestamp)), finality }
}

export type SessionOptions = {
  readonly chain: Chain
  readonly endpoints: readonly Endpoint[]
  /** What the last snapshot called here: asked again in the first request, so that dependent reads need no second. */
  readonly plan: readonly (SizedCall & { readonly failed: boolean })[]
  readonly at: { readonly tag: Finality } | { readonly number: bigint; readonly finality: Finality }
  /** Refuses a head below it. */
  readonly lowest: bigint | null
  readonly timeoutMs: number
  readonly now: () => number
}

export type Opened = {
  readonly line: Line
  readonly block: BlockRef
  readonly results: ReadonlyMap<SizedCall, RawResult>
}

/** Opens a block on one URL: head and planned calls in one request, accepted only when both speak of the same block. */
export const openOn = async (options: SessionOptions, line: Line, multicall: Address): Promise<Opened> => {
  const { chain } = options
  const { endpoint } = line
  const witnesses = witnessesOf(chain, multicall)
  const finality = 'tag' in options.at ? options.at.tag : options.at.finality
  const name: BlockName = 'tag' in options.at ? options.at.tag : `0x${options.at.number.toString(16)}`
  const planned = [...options.plan].sort((a, b) => Number(a.failed) - Number(b.failed))
  const chunks = chunksFor(endpoint, planned, witnesses)
  const pinned = endpoint.batchLimit <= 1
  const head = [
    ...(pinned && endpoint.answered ? [] : [{ method: 'eth_chainId', params: [] }]),
    { method: 'eth_getBlockByNumber', params: [name, false] },
  ]
  const early = pinned ? [] : chunks.map((chunk) => aggregateRequest(multicall, [...witnesses, ...chunk], name))
  const answers = await exchange(line, [...head, ...early])
  const chainId = head.length === 2 ? answers[0] : undefined
  if (chainId && (!('result' in chainId) || quantity(chainId.result) !== BigInt(chain.id)))
    throw new NodeError('wrong-chain')
  const block = blockOf(answers[head.length - 1], finality)
  if (options.lowest !== null && block.number < options.lowest) throw new NodeError('lagging')
  if ('number' in options.at && block.number !== options.at.number) throw new NodeError('garbled')

  const results = new Map<SizedCall, RawResult>()
  const again: (readonly SizedCall[])[] = []
  for (const [index, chunk] of chunks.entries()) {
    const answer = pinned ? undefined : answers[head.length + index]
    const values = answer ? resultsOf(answer, witnesses.length + chunk.length) : null
    const proved = values !== null && ranOn(block, chain, values.slice(0, witnesses.length)) === 'same'
    if (!proved) again.push(chunk)
    else
      for (const [position, call] of chunk.entries())
        results.set(call, values[witnesses.length + position] ?? { ok: false, result: '0x' })
  }
  for (const [call, result] of await runChunks(line, multicall, again, { blockHash: block.hash }))
    results.set(call, result)
  return { line, block, results }
}
