import { encodeFunctionResult } from 'viem'
import { isEmptyRevert } from '../reader/gas-starvation'
import { aggregateAbi, encodeAggregate } from '../reader/multicall'
import type { RecordedCall } from '../reader/types'

/** One line for a shell and what it must print: with curl alone, against the reader's own node. */
export type Recheck = {
  readonly command: string
  /** The same for PowerShell, which needs no curl; it prints the result alone. */
  readonly powershell: string
  readonly expect: string
  /** What either sends. */
  readonly body: string
}

const multicallGas = '0x2faf080'
/** Systems hand a program no argument above 131,071 bytes, neither to `sh -c` nor to curl. */
const longestPlain = 100_000

const bodyOf = (call: Readonly<Record<string, string>>, blockHash: string) =>
  JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_call', params: [call, { blockHash }] })

const curl = (chainId: number) => `curl -s "$RPC_URL_${chainId}" -H 'content-type: application/json' -d`

/** Most of calldata is padding: shorter runs of zeros are not worth a name. */
const zeroRun = /0{12,}/g

/**
 * The same request where no argument could hold it: the shell's own `printf` writes the body to curl's input, and each
 * long run of zeros stands once, in a variable.
 */
const piped = (chainId: number, body: string): string => {
  const variables = new Map<number, string>()
  const text = body.replace(zeroRun, (zeros) => {
    const name = variables.get(zeros.length) ?? `z${zeros.length}`
    variables.set(zeros.length, name)
    return `'$${name}'`
  })
  const set = [...variables].map(([length, name]) => `${name}=${'0'.repeat(length)}`).join(' ')
  return `${set}; printf %s '${text}' | ${curl(chainId)} @-`
}

const commandOf = (chainId: number, body: string): string => {
  const plain = `${curl(chainId)} '${body}'`
  return plain.length <= longestPlain ? plain : piped(chainId, body)
}

/** There is no limit on the length of its own lines; its quotes hold JSON as they hold anything. */
const powershellOf = (chainId: number, body: string): string =>
  `(Invoke-RestMethod $env:RPC_URL_${chainId} -Method Post -ContentType 'application/json' -Body '${body}').result`

const linesOf = (chainId: number, body: string) => ({
  command: commandOf(chainId, body),
  powershell: powershellOf(chainId, body),
  body,
})

/** A contract that burns all gas must have nobody behind it. */
const silentLast = (calls: readonly RecordedCall[]) => [
  ...calls.filter((call) => !isEmptyRevert(call)),
  ...calls.filter(isEmptyRevert),
]

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
    const body = bodyOf({ to: first.address, data: first.calldata }, blockHash)
    return { ...linesOf(chainId, body), expect: first.result }
  }
  const ordered = silentLast(calls)
  const expect = encodeFunctionResult({
    abi: aggregateAbi,
    functionName: 'aggregate3',
    result: ordered.map(({ ok, result }) => ({ success: ok, returnData: result })),
  })
  const body = bodyOf({ to: multicall, gas: multicallGas, data: encodeAggregate(ordered) }, blockHash)
  return { ...linesOf(chainId, body), expect }
}
