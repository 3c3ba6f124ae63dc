import { type Address, decodeFunctionResult, encodeFunctionData, getAbiItem, getAddress, type Hex } from 'viem'
import type { Chain } from '../chains'
import { type ContractKey, contractAt } from '../chains'
import type { Contract } from '../contracts/define-contract'
import { AbsentError, MisfitError, RevertedError } from '../errors'
import { LruCache } from '../lru-cache'
import { expectedBytes } from './expected-bytes'
import type { Session } from './session'
import { type Decoder, staticDecoder } from './static-decoder'
import type { AnyReader, BlockRef, RecordedCall } from './types'

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
  /** For answers of a fixed size, which most are; null where the general decoder is needed. */
  readonly decoder: Decoder | null
  /** Calldata by arguments: the same block after block. */
  readonly encoded: LruCache<string, Hex>
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
  const shape = {
    size: expectedBytes(outputs),
    decoder: staticDecoder(outputs),
    encoded: new LruCache<string, Hex>({ max: encodingsAtMost }),
  }
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
  const data = encodeFunctionData({ abi: contract.abi, functionName, args })
  encoded.set(key, data)
  return data
}

const decode = ({ decoder }: Shape, contract: Contract, functionName: string, args: readonly unknown[], data: Hex) => {
  if (data === '0x') throw new AbsentError('not-deployed')
  if (decoder) return decoder(data)
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

/** A part of many programs: run once, with the calls it made. */
type Shared = { readonly calls: readonly RecordedCall[]; readonly value: Promise<unknown> }

/** What all readers of one session have in common. */
type Common = {
  readonly session: ReaderSession
  readonly chain: Chain
  readonly answers: Answers
  readonly shared: Map<string, Shared>
}

const commons = new WeakMap<ReaderSession, Common>()

const commonOf = (session: ReaderSession, chain: Chain): Common => {
  const held = commons.get(session)
  if (held) return held
  const made: Common = { session, chain, answers: new Map(), shared: new Map() }
  commons.set(session, made)
  return made
}

const ask = async (
  session: ReaderSession,
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

/** A class, for there is one for every number of a refresh: its methods are made once. */
class NumberReader {
  readonly chain: Chain
  readonly block: BlockRef
  readonly #common: Common
  readonly #record: Recorder

  constructor(common: Common, record: Recorder) {
    this.chain = common.chain
    this.block = common.session.block
    this.#common = common
    this.#record = record
  }

  has(key: ContractKey) {
    return key in this.chain.contracts
  }

  address(key: ContractKey) {
    const deployment = this.chain.contracts[key]
    if (!deployment) throw new AbsentError('not-deployed', `${this.chain.name} has no ${key}.`)
    return deployment.address
  }

  keyOf(address: Address) {
    return contractAt(this.chain, address) ?? getAddress(address)
  }

  async read(contract: Contract, at: Address, functionName: string, args: readonly unknown[] = []) {
    const { session, answers } = this.#common
    const shape = shapeOf(contract, functionName)
    const key = keyOf(args)
    const known = answers.get(shape) ?? new Map<string, Promise<Answered>>()
    answers.set(shape, known)
    const place = `${at.toLowerCase()} ${key}`
    const asked = known.get(place) ?? ask(session, shape, contract, at, functionName, args, key)
    known.set(place, asked)
    const answered = await asked
    const { recorded } = answered
    this.#record(recorded)
    if (!recorded.ok) throw new RevertedError(`${contract.name}.${functionName}`)
    answered.value ??= decode(shape, contract, functionName, args, recorded.result)
    return answered.value
  }

  async share(name: string, part: (reader: AnyReader) => Promise<unknown>) {
    const { calls, value } = this.#common.shared.get(name) ?? this.#begin(name, part)
    try {
      return await value
    } finally {
      for (const call of calls) this.#record(call)
    }
  }

  #begin(name: string, part: (reader: AnyReader) => Promise<unknown>): Shared {
    const calls: RecordedCall[] = []
    const reader = readerOf(this.#common, (call) => calls.push(call))
    const begun = { calls, value: part(reader) }
    this.#common.shared.set(name, begun)
    return begun
  }
}

const readerOf = (common: Common, record: Recorder): AnyReader =>
  // safe: the caller's type parameters name the function whose ABI decodes the data, and the part that a name stands for
  new NumberReader(common, record) as unknown as AnyReader

/** A reader of one session. Every number has a reader of its own, so that its calls are told from all others'. */
export const createReader = (session: ReaderSession, chain: Chain, record: Recorder): AnyReader =>
  readerOf(commonOf(session, chain), record)
