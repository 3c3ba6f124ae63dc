import { encodeFunctionResult } from 'viem'
import { aggregateAbi, encodeAggregate } from '../reader/multicall'
import type { RecordedCall } from '../reader/types'

/** One line for a shell and what it must print: with curl alone, against the reader's own node. */
export type Recheck = { readonly command: string; readonly expect: string }

const multicallGas = '0x2faf080'

const commandOf = (chainId: number, call: Readonly<Record<string, string>>, blockHash: string): string => {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_call', params: [call, { blockHash }] })
  return `curl -s "$RPC_URL_${chainId}" -H 'content-type: application/json' -d '${body}'`
}

/**
 * The calls of one chain as one `eth_call` at the very block: as they are where there is one, through Multicall3 where
 * there are several. `expect` is the raw `result` of the answer.
 */
export const recheckOf = (
  chainId: number,
  multicall: string,
  blockHash: string,
  calls: readonly RecordedCall[],
): Recheck | null => {
  const [first] = calls
  if (!first) return null
  if (calls.length === 1 && first.ok) {
    return { command: commandOf(chainId, { to: first.address, data: first.calldata }, blockHash), expect: first.result }
  }
  const expect = encodeFunctionResult({
    abi: aggregateAbi,
    functionName: 'aggregate3',
    result: calls.map(({ ok, result }) => ({ success: ok, returnData: result })),
  })
  const data = encodeAggregate(calls)
  return { command: commandOf(chainId, { to: multicall, gas: multicallGas, data }, blockHash), expect }
}
