import type { Address } from 'viem'
import { NodeError } from '../errors'
import { isHex } from './chunks'
import type { Endpoint } from './endpoint'
import type { RpcAnswer } from './envelope'
import { exchange } from './exchange'
import { blockOf } from './pin'
import type { RpcRequest } from './rpc'

/** So many are looked at: more of them would be no better proof. */
const addressesAtMost = 40

type CodeOptions = {
  readonly endpoint: Endpoint
  /** Counts HTTP requests. */
  readonly count: () => void
  readonly timeoutMs?: number
}

const ask = ({ endpoint, count, timeoutMs = 10_000 }: CodeOptions, requests: readonly RpcRequest[]) =>
  exchange({ endpoint, count, timeout: () => timeoutMs, ran: false }, requests)

const hasCode = (answer: RpcAnswer | undefined): boolean => {
  if (!answer || 'refusal' in answer) throw new NodeError('refused')
  if (!isHex(answer.result)) throw new NodeError('garbled')
  return answer.result !== '0x'
}

const codeRequests = (addresses: readonly Address[], block: string): readonly RpcRequest[] =>
  addresses.slice(0, addressesAtMost).map((address) => ({ method: 'eth_getCode', params: [address, block] }))

/** Those of the addresses, or of the first of them, that have code at a block by one URL. Throws NodeError. */
export const withCode = async (
  options: CodeOptions,
  addresses: readonly Address[],
  block: bigint,
): Promise<readonly Address[]> => {
  const answers = await ask(options, codeRequests(addresses, `0x${block.toString(16)}`))
  return addresses.slice(0, addressesAtMost).filter((_, index) => hasCode(answers[index]))
}

/** Whether none of the addresses has code at the last final block, and that block is not before another. Throws NodeError. */
export const isFinallyGone = async (
  options: CodeOptions,
  addresses: readonly Address[],
  from: bigint,
): Promise<boolean> => {
  const header: RpcRequest = { method: 'eth_getBlockByNumber', params: ['finalized', false] }
  const [head, ...codes] = await ask(options, [header, ...codeRequests(addresses, 'finalized')])
  return blockOf(head, 'finalized').number >= from && !codes.some(hasCode)
}
