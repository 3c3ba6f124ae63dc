import { decodeFunctionResult, encodeFunctionData, getAbiItem, type Hex, IntegerOutOfRangeError } from 'viem'
import type { Contract } from '../contracts/define-contract'
import { decimalsAtMost } from '../contracts/erc20'
import { AbsentError, MisfitError } from '../errors'
import { LruCache } from '../lru-cache'
import { expectedBytes } from './expected-bytes'
import { type Decoder, staticDecoder } from './static-decoder'

export const jsonSafe = (value: unknown): unknown => {
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return value.map(jsonSafe)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, jsonSafe(each)]))
  }
  return value
}

/** Encodes calls of one function of an interface and decodes its results. */
export type FunctionCodec = {
  /** Expected bytes of a result. */
  readonly size: number
  /** `key` identifies the arguments, see `argsKey`. Throws MisfitError where a contract gave an argument out of range. */
  encode(args: readonly unknown[], key: string): Hex
  /** Throws AbsentError (no code there), MisfitError. */
  decode(args: readonly unknown[], data: Hex): unknown
}

/** Some arguments are new at every block: calldata of old ones must not pile up. */
const encodingsAtMost = 2_000

/** Arguments as a key: most calls have one address or none. */
export const argsKey = (args: readonly unknown[]): string => {
  const [first] = args
  if (args.length === 0) return ''
  return args.length === 1 && typeof first === 'string' ? first : JSON.stringify(args.map(jsonSafe))
}

/** The longest list that any function read here gives has a hundred-odd entries. */
const listAtMost = 2_000

/** Refuses what the type can hold but no contract means. Throws MisfitError. */
const plausible = (functionName: string, value: unknown): unknown => {
  const isTooLong = Array.isArray(value) && value.length > listAtMost
  if (isTooLong || (functionName === 'decimals' && Number(value) > decimalsAtMost)) throw new MisfitError()
  return value
}

const createCodec = ({ abi }: Contract, functionName: string): FunctionCodec => {
  const item = getAbiItem({ abi, name: functionName })
  const outputs = item?.type === 'function' ? item.outputs : []
  // for results of a fixed size, which most are; null where the general decoder is needed
  const decoder: Decoder | null = staticDecoder(outputs)
  // the same calldata block after block
  const encoded = new LruCache<string, Hex>({ max: encodingsAtMost })
  return {
    size: expectedBytes(outputs),
    encode(args, key) {
      const known = encoded.get(key)
      if (known) return known
      try {
        const data = encodeFunctionData({ abi, functionName, args })
        encoded.set(key, data)
        return data
      } catch (error) {
        if (error instanceof IntegerOutOfRangeError) throw new MisfitError()
        throw error
      }
    },
    decode(args, data) {
      if (data === '0x') throw new AbsentError('not-deployed')
      if (decoder) return plausible(functionName, decoder(data))
      try {
        return plausible(functionName, decodeFunctionResult({ abi, functionName, args, data }))
      } catch {
        throw new MisfitError()
      }
    },
  }
}

const codecs = new WeakMap<Contract, Map<string, FunctionCodec>>()

/** The codec of a function, created once per contract and name. */
export const functionCodec = (contract: Contract, functionName: string): FunctionCodec => {
  const ofContract = codecs.get(contract) ?? new Map<string, FunctionCodec>()
  codecs.set(contract, ofContract)
  const known = ofContract.get(functionName)
  if (known) return known
  const codec = createCodec(contract, functionName)
  ofContract.set(functionName, codec)
  return codec
}
