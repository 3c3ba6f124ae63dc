import { decodeFunctionData, type Hex } from 'viem'
import { aggregateAbi } from '@/lib/reader/multicall'
import { changedResults } from './changed-results'

/** Everything that nodes were seen to do wrong, and some that they only could. */
export type Fault =
  /** The connection. */
  | { readonly kind: 'hang' | 'reset' | 'reset-once' | 'drip' | 'oversize' }
  | { readonly kind: 'late'; readonly ms: number }
  /** Refusals of everything. */
  | { readonly kind: 'redirect' | 'unauthorized' | 'object-200' }
  | { readonly kind: 'text-429' | 'json-429' | 'limit-32005' | 'html-502' | 'html-200' | 'forbidden' }
  /** Answers that are none. */
  | { readonly kind: 'two-answers' | 'result-and-error' | 'odd-hex' | 'not-hex' }
  | { readonly kind: 'truncated' | 'wrong-id' | 'null-results' | 'empty-results' | 'missing-answer' }
  /** Good answers of another block or chain. */
  | { readonly kind: 'behind'; readonly blocks: number }
  /** `race`: the head moves on between the header and the call. */
  | { readonly kind: 'race' | 'other-hash' | 'no-such-hash' | 'ignores-hash' | 'wrong-chain-id' | 'lie' }
  /** Headers with other fields than the node's. */
  | {
      readonly kind: 'header'
      readonly change: (header: Readonly<Record<string, unknown>>, tag: unknown) => Readonly<Record<string, unknown>>
    }
  /** `flaky-hash`: only every second time is a block known by its hash. */
  | { readonly kind: 'flaky-hash' }
  /** Envelopes and numbers that are written otherwise and mean the same. */
  | { readonly kind: 'loose' }
  /** Batches. */
  | { readonly kind: 'shuffled' | 'no-batch' | 'no-batch-text' }
  | { readonly kind: 'batch-above'; readonly most: number }
  /** Sizes. */
  | { readonly kind: 'calls-above'; readonly most: number }
  | { readonly kind: 'answer-above'; readonly most: number }
  | { readonly kind: 'gas-above' | 'block-gas'; readonly most: number }
  | { readonly kind: 'daily-limit' }
  /** The state is empty: inner calls answer nothing, all or those of some contracts; with `code: false` the code is gone, too. */
  | { readonly kind: 'empty-state'; readonly code: boolean; readonly only?: readonly string[] }
  /** All words that contracts answer are zeros. */
  | { readonly kind: 'zero-state' }
  /** The states of these blocks are gone. */
  | { readonly kind: 'pruned'; readonly hashes: ReadonlySet<string> }

export type Message = {
  readonly id: number
  readonly method: string
  readonly params: readonly [unknown?, unknown?, ...unknown[]]
}
export type Answer = {
  readonly jsonrpc: '2.0'
  readonly id: number | null
  readonly result?: unknown
  readonly error?: { readonly code: number; readonly message: string }
}

export const refusal = (id: number | null, code: number, message: string): Answer => ({
  jsonrpc: '2.0',
  id,
  error: { code, message },
})

const isHashNamed = (params: Message['params']) => typeof params[1] === 'object' && params[1] !== null

/** The question as a node with this fault understands it. */
export const misread = async (message: Message, fault: Fault | null, head: () => Promise<bigint>): Promise<Message> => {
  const { method, params } = message
  if (fault?.kind === 'behind') {
    const old = `0x${((await head()) - BigInt(fault.blocks)).toString(16)}`
    if (method === 'eth_getBlockByNumber') return { ...message, params: [old, false] }
    if (method === 'eth_call' && params[1] === 'latest') return { ...message, params: [params[0], old] }
  }
  if (fault?.kind === 'race' && method === 'eth_getBlockByNumber') {
    return { ...message, params: [`0x${((await head()) - 1n).toString(16)}`, false] }
  }
  if (fault?.kind === 'ignores-hash' && isHashNamed(params)) return { ...message, params: [params[0], '0x2'] }
  return message
}

const callsIn = (message: Message): number => {
  try {
    const { data } = message.params[0] as { readonly data: Hex }
    return decodeFunctionData({ abi: aggregateAbi, data }).args[0].length
  } catch {
    return 1
  }
}

export const bytesOf = (result: unknown): number => (typeof result === 'string' ? (result.length - 2) / 2 : 0)

/** One digit of the last non-zero byte moved by one: as little as an answer can lie. */
const lied = (result: string): string =>
  result.replace(/([1-9a-f])(0*)$/, (_, digit: string, zeros: string) => `${digit === '1' ? '2' : '1'}${zeros}`)

/** The same value written otherwise: upper case, and zeros in front of quantities. */
const loosely = (value: unknown): unknown => {
  if (typeof value === 'string' && value.startsWith('0x'))
    return `0x${value
      .slice(2)
      .toUpperCase()
      .padStart(value.length > 2 && value.length < 18 ? 20 : 0, '0')}`
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, loosely(each)]))
}

/** The answer as a node with this fault gives it. */
export const distorted = (answer: Answer, message: Message, fault: Fault | null): Answer => {
  const { id, method, params } = message
  const isCall = method === 'eth_call'
  switch (fault?.kind) {
    case 'wrong-id':
      return { ...answer, id: id + 1_000 }
    case 'null-results':
      return { jsonrpc: '2.0', id, result: null }
    case 'empty-results':
      return isCall ? { jsonrpc: '2.0', id, result: '0x' } : answer
    case 'wrong-chain-id':
      return method === 'eth_chainId' ? { ...answer, result: '0x539' } : answer
    case 'other-hash':
      if (isCall && isHashNamed(params)) return refusal(id, -32000, 'header for hash not found')
      if (method !== 'eth_getBlockByNumber') return answer
      return { ...answer, result: { ...(answer.result as object), hash: `0x${'ab'.repeat(32)}` } }
    case 'header':
      return method === 'eth_getBlockByNumber' && typeof answer.result === 'object' && answer.result !== null
        ? { ...answer, result: fault.change({ ...answer.result }, params[0]) }
        : answer
    case 'no-such-hash':
      return isCall && isHashNamed(params) ? refusal(id, -32000, 'unknown block') : answer
    case 'lie':
      return isCall && typeof answer.result === 'string' ? { ...answer, result: lied(answer.result) } : answer
    case 'calls-above':
      return isCall && callsIn(message) > fault.most ? refusal(id, -32000, 'out of gas') : answer
    case 'answer-above':
      return isCall && bytesOf(answer.result) > fault.most
        ? refusal(
            id,
            -32000,
            `call returned result on length ${bytesOf(answer.result)} exceeding --rpc.returndata.limit`,
          )
        : answer
    case 'gas-above':
    case 'block-gas': {
      const { gas } = (params[0] ?? {}) as { readonly gas?: string }
      const says = fault.kind === 'block-gas' ? 'Block gas limit exceeded' : 'gas limit is too high'
      return isCall && Number(gas) > fault.most ? refusal(id, -32000, says) : answer
    }
    case 'result-and-error':
      return { ...answer, error: { code: -32000, message: 'also an error' } }
    case 'odd-hex':
      return isCall && typeof answer.result === 'string' ? { ...answer, result: answer.result.slice(0, -1) } : answer
    case 'not-hex':
      return isCall && typeof answer.result === 'string'
        ? { ...answer, result: answer.result.replace(/0/, 'o') }
        : answer
    case 'loose':
      return { id: String(id), result: loosely(answer.result), error: null, took: 3 } as unknown as Answer
    case 'empty-state': {
      const isGone = (address: string) => fault.only?.includes(address) ?? true
      if (method === 'eth_getCode' && !fault.code && isGone(String(params[0]))) return { ...answer, result: '0x' }
      if (!isCall) return answer
      return changedResults(message, answer, (target, data) => (isGone(target) ? '0x' : data))
    }
    case 'zero-state':
      return isCall
        ? changedResults(message, answer, (_target, data) => (data.length === 66 ? `0x${'00'.repeat(32)}` : data))
        : answer
    case 'pruned': {
      const { blockHash } = (params[1] ?? {}) as { readonly blockHash?: string }
      const isGone = blockHash !== undefined && fault.hashes.has(blockHash)
      return isCall && isGone ? refusal(id, -32000, 'missing trie node') : answer
    }
    case 'daily-limit':
      return isCall ? refusal(id, -32000, 'daily limit exceeded') : answer
    case 'limit-32005':
      return refusal(id, -32005, 'limit exceeded')
    default:
      return answer
  }
}
