import type { Chain } from '../chains'
import { type Failure, NodeError } from '../errors'
import { BatchRefusedError } from './envelope'
import { checkTime } from './head-rules'
import { blockOf, checkChain } from './pin'
import { createTransport, type RpcRequest, type Transport } from './rpc'
import type { BlockRef } from './types'

/** What one URL answers today; null in a field for what it did not let itself be asked. */
export type EndpointCheck = {
  readonly head: BlockRef
  /** The largest of the batches tried that it took; 1 where it refuses batches. */
  readonly batch: number | null
  /** Whether it still holds the state of a year ago. */
  readonly archive: boolean | null
  /** One small request on a connection that is open. */
  readonly milliseconds: number
}

const batchSizes = [50, 10, 3] as const
const yearSeconds = 365 * 86_400

const chainId: RpcRequest = { method: 'eth_chainId', params: [] }

const readBatch = async (send: Transport, timeoutMs: number): Promise<number | null> => {
  for (const size of batchSizes) {
    try {
      await send(new Array<RpcRequest>(size).fill(chainId), timeoutMs)
      return size
    } catch (error) {
      if (error instanceof NodeError && error.failure.code === 'rate-limited') return null
      if (!(error instanceof NodeError || error instanceof BatchRefusedError)) throw error
    }
  }
  return 1
}

const readArchive = async (send: Transport, chain: Chain, head: BlockRef, timeoutMs: number) => {
  const back = head.number - BigInt(Math.floor(yearSeconds / chain.blockTime))
  const block = `0x${(back > 1n ? back : 1n).toString(16)}`
  try {
    const balance = { method: 'eth_getBalance', params: [chain.contracts.MULTICALL3?.address, block] }
    const [answer] = await send([balance], timeoutMs)
    if (answer && 'result' in answer) return typeof answer.result === 'string'
    return answer?.refusal === 'no-archive' || answer?.refusal === 'unknown-block' ? false : null
  } catch (error) {
    if (error instanceof NodeError) return error.failure.code === 'no-archive' ? false : null
    throw error
  }
}

/** Asks one URL who it is, how new its newest block is, and what it allows: a failure where it cannot be used. */
export const checkEndpoint = async (
  chain: Chain,
  url: string,
  timeoutMs: number,
  now: number,
): Promise<EndpointCheck | Failure> => {
  const send = createTransport(url)
  try {
    const [id] = await send([chainId], timeoutMs)
    checkChain(id, chain)
    const began = performance.now()
    const [header] = await send([{ method: 'eth_getBlockByNumber', params: ['latest', false] }], timeoutMs)
    const milliseconds = Math.round(performance.now() - began)
    const head = blockOf(header, 'latest')
    checkTime(head, now)
    const batch = await readBatch(send, timeoutMs)
    return { head, batch, archive: await readArchive(send, chain, head, timeoutMs), milliseconds }
  } catch (error) {
    if (error instanceof NodeError) return error.failure
    throw error
  }
}
