import { type Address, decodeFunctionResult, encodeFunctionData, getAbiItem, getAddress, type Hex } from 'viem'
import { contractAt } from '../chains'
import type { Chain } from '../chains/define-chain'
import type { Contract } from '../contracts/define-contract'
import { AbsentError, MisfitError, RevertedError } from '../errors'
import { expectedBytes } from './expected-bytes'
import type { Session } from './session'
import type { AnyReader, RecordedCall } from './types'

const jsonSafe = (value: unknown): unknown => {
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return value.map(jsonSafe)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, jsonSafe(each)]))
  }
  return value
}

/** What is worked out once for a function of an interface. */
type Shape = {
  readonly size: number
  /** One word of an integer is most of what contracts answer: read without the general decoder. */
  readonly plain: boolean
  /** Calldata by arguments: the same block after block. */
  readonly encoded: Map<string, Hex>
}

const shapes = new WeakMap<Contract, Map<string, Shape>>()
/** Some arguments are new at every block; what was worked out for old ones must not pile up. */
const encodingsAtMost = 2_000

const shapeOf = (contract: Contract, functionName: string): Shape => {
  const known = shapes.get(contract) ?? new Map<string, Shape>()
  shapes.set(contract, known)
  const held = known.get(functionName)
  if (held) return held
  const item = getAbiItem({ abi: contract.abi, name: functionName })
  const outputs = item?.type === 'function' ? item.outputs : []
  const plain = outputs.length === 1 && outputs[0]?.type === 'uint256'
  const shape = { size: expectedBytes(outputs), plain, encoded: new Map<string, Hex>() }
  known.set(functionName, shape)
  return shape
}

/** Arguments as a key: most calls have one address or none. */
const keyOf = (args: readonly unknown[]): string => {
  const [first] = args
  if (args.length === 0) return ''
  return args.length === 1 && typeof first === 'string' ? first : JSON.stringify(args.map(jsonSafe))
}

const encode = (
  { encoded }: Shape,
  contract: Contract,
  functionName: string,
  args: readonly unknown[],
  key: string,
) => {
  const held = encoded.get(key)
  if (held) return held
  if (encoded.size >= encodingsAtMost) encoded.clear()
  const data = encodeFunctionData({ abi: contract.abi, functionName, args })
  encoded.set(key, data)
  return data
}

const decode = ({ plain }: Shape, contract: Contract, functionName: string, args: readonly unknown[], data: Hex) => {
  if (data === '0x') throw new AbsentError('not-deployed')
  if (plain) {
    if (data.length < 66) throw new MisfitError()
    return BigInt(data.slice(0, 66))
  }
  try {
    return decodeFunctionResult({ abi: contract.abi, functionName, args, data })
  } catch {
    throw new MisfitError()
  }
}

/** Receives each call a reader makes, equal ones too: that is how a number gets its proof. */
export type Recorder = (call: RecordedCall) => void

/** What a reader needs of a session. */
export type ReaderSession = Pick<Session, 'block' | 'call'>

/** A call as it was recorded, and its decoded answer: dozens of numbers ask for the same. */
type Answered = { readonly recorded: RecordedCall; value?: unknown }
/** By function, then by address and arguments. */
type Answers = Map<Shape, Map<string, Promise<Answered>>>

const answersOf = new WeakMap<ReaderSession, Answers>()

/** A reader of one session. Every number has a reader of its own, so that its calls are told from all others'. */
export const createReader = (session: ReaderSession, chain: Chain, record: Recorder): AnyReader => {
  const answers: Answers = answersOf.get(session) ?? new Map()
  answersOf.set(session, answers)

  const ask = async (
    shape: Shape,
    contract: Contract,
    at: Address,
    functionName: string,
    args: readonly unknown[],
    key: string,
  ): Promise<Answered> => {
    const address = getAddress(at)
    const calldata = encode(shape, contract, functionName, args, key)
    const { ok, result } = await session.call({ address, calldata, size: shape.size })
    return {
      recorded: { address, contract: contract.name, functionName, args: args.map(jsonSafe), calldata, result, ok },
    }
  }

  const read = async (contract: Contract, at: Address, functionName: string, args: readonly unknown[] = []) => {
    const shape = shapeOf(contract, functionName)
    const key = keyOf(args)
    const known = answers.get(shape) ?? new Map<string, Promise<Answered>>()
    answers.set(shape, known)
    const place = `${at.toLowerCase()} ${key}`
    const asked = known.get(place) ?? ask(shape, contract, at, functionName, args, key)
    known.set(place, asked)
    const answered = await asked
    const { recorded } = answered
    record(recorded)
    if (!recorded.ok) throw new RevertedError(`${contract.name}.${functionName}`)
    answered.value ??= decode(shape, contract, functionName, args, recorded.result)
    return answered.value
  }

  return {
    chain,
    block: session.block,
    has: (key) => key in chain.contracts,
    address(key) {
      const deployment = chain.contracts[key]
      if (!deployment) throw new AbsentError('not-deployed', `${chain.name} has no ${key}.`)
      return deployment.address
    },
    keyOf: (address) => contractAt(chain, address) ?? getAddress(address),
    // safe: the caller's type parameters name the function whose ABI decodes the data
    read: read as AnyReader['read'],
  }
}
