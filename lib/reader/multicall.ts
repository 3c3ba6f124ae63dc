import { type Address, type Hex, parseAbi } from 'viem'
import { MisfitError } from '../errors'

/** Multicall3: many calls in one `eth_call`, at one block. */
export const aggregateAbi = parseAbi([
  'struct Call3 { address target; bool allowFailure; bytes callData; }',
  'struct Result { bool success; bytes returnData; }',
  'function aggregate3(Call3[] calls) payable returns (Result[] returnData)',
])

export type RawCall = { readonly address: Address; readonly calldata: Hex }
/** A call with the expected size of its answer in bytes. */
export type SizedCall = RawCall & { readonly size: number }
export type RawResult = { readonly ok: boolean; readonly result: Hex }

/** First four bytes of the hash of `aggregate3((address,bool,bytes)[])`. */
const aggregateSelector = '82ad56cb'

const word = (value: number): string => value.toString(16).padStart(64, '0')

/** One `Call3` as it stands in the calldata. Every call may fail: a broken contract costs one number, not the page. */
const encodeCall = ({ address, calldata }: RawCall): string => {
  const data = calldata.slice(2)
  const padded = data.padEnd(Math.ceil(data.length / 64) * 64, '0')
  return `${address.slice(2).toLowerCase().padStart(64, '0')}${word(1)}${word(96)}${word(data.length / 2)}${padded}`
}

/** Calldata of `aggregate3`, concatenated from the calls' own, which is faster: it is encoded at every refresh. */
export const encodeAggregate = (calls: readonly RawCall[]): Hex => {
  const bodies = calls.map(encodeCall)
  let offset = calls.length * 32
  const offsets = bodies.map((body) => {
    const at = word(offset)
    offset += body.length / 2
    return at
  })
  return `0x${aggregateSelector}${word(32)}${word(calls.length)}${offsets.join('')}${bodies.join('')}`
}

const wordChars = 64

/** Integer at a byte offset of hex data; refuses values that no valid answer holds. */
const integerAt = (data: string, byte: number): number => {
  const text = data.slice(byte * 2, byte * 2 + wordChars)
  if (text.length !== wordChars || !/^0{52}/.test(text)) throw new MisfitError()
  return Number.parseInt(text, 16)
}

/**
 * Results of `aggregate3`, sliced from the hex: 10 to 20 times faster than a general decoder, which matters for the
 * largest answers there are. Throws MisfitError when the data are not `count` results.
 */
export const decodeAggregate = (data: Hex, count: number): readonly RawResult[] => {
  const hex = data.slice(2)
  const array = integerAt(hex, 0)
  if (integerAt(hex, array) !== count) throw new MisfitError()
  const heads = array + 32
  return Array.from({ length: count }, (_, index) => {
    const tuple = heads + integerAt(hex, heads + index * 32)
    const bytes = tuple + integerAt(hex, tuple + 32)
    const start = (bytes + 32) * 2
    const end = start + integerAt(hex, bytes) * 2
    if (end > hex.length) throw new MisfitError()
    return { ok: integerAt(hex, tuple) === 1, result: `0x${hex.slice(start, end)}` as const }
  })
}

/** Bytes that one result of `bytes` takes in the answer of `aggregate3`: offset, tuple head, length, padded data. */
export const resultCost = (bytes: number): number => 128 + Math.ceil(bytes / 32) * 32

/** Cuts into chunks whose expected answers stay within `limit` bytes, in order, none empty. */
export const cutChunks = <item>(
  items: readonly item[],
  costOf: (item: item) => number,
  limit: number,
): readonly item[][] => {
  const chunks: item[][] = []
  let room = 0
  for (const item of items) {
    const cost = costOf(item)
    const last = chunks.at(-1)
    if (last === undefined || cost > room) {
      chunks.push([item])
      room = limit - cost
    } else {
      last.push(item)
      room -= cost
    }
  }
  return chunks
}
