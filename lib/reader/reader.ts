import { type Address, getAddress } from 'viem'
import { type Chain, type ContractKey, contractAt } from '../chains'
import type { Contract } from '../contracts/define-contract'
import { AbsentError, RevertedError } from '../errors'
import { argsKey, type FunctionCodec, functionCodec, jsonSafe } from './function-codec'
import type { Session } from './session'
import type { AnyReader, BlockRef, RecordedCall } from './types'

/** Called with each call a reader makes, also with equal ones: a number's proof is made of them. */
export type Recorder = (call: RecordedCall) => void

/** What a reader needs of a session. */
export type ReaderSession = Pick<Session, 'block' | 'call'>

/** A recorded call and its decoded result, shared by all numbers that make the call. */
type Answer = { readonly recorded: RecordedCall; value?: unknown }
/** By function, then by address and arguments. */
type Answers = Map<FunctionCodec, Map<string, Promise<Answer>>>

/** A part of many programs: run once, with the calls it made. */
type SharedPart = { readonly calls: readonly RecordedCall[]; readonly value: Promise<unknown> }

/** What all readers of one session share. */
type SessionCache = {
  readonly session: ReaderSession
  readonly chain: Chain
  readonly answers: Answers
  readonly parts: Map<string, SharedPart>
}

const caches = new WeakMap<ReaderSession, SessionCache>()

const cacheOf = (session: ReaderSession, chain: Chain): SessionCache => {
  const known = caches.get(session)
  if (known) return known
  const cache: SessionCache = { session, chain, answers: new Map(), parts: new Map() }
  caches.set(session, cache)
  return cache
}

const call = async (
  session: ReaderSession,
  codec: FunctionCodec,
  contract: Contract,
  at: Address,
  functionName: string,
  args: readonly unknown[],
  key: string,
): Promise<Answer> => {
  const address = getAddress(at)
  const calldata = codec.encode(args, key)
  const { ok, result } = await session.call({ address, calldata, size: codec.size })
  return {
    recorded: { address, contract: contract.name, functionName, args: args.map(jsonSafe), calldata, result, ok },
  }
}

/** A class, because every number of a refresh has a reader of its own: their methods are created once. */
class NumberReader {
  readonly chain: Chain
  readonly block: BlockRef
  readonly #cache: SessionCache
  readonly #record: Recorder

  constructor(cache: SessionCache, record: Recorder) {
    this.chain = cache.chain
    this.block = cache.session.block
    this.#cache = cache
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
    const { session, answers } = this.#cache
    const codec = functionCodec(contract, functionName)
    const key = argsKey(args)
    const ofFunction = answers.get(codec) ?? new Map<string, Promise<Answer>>()
    answers.set(codec, ofFunction)
    const callKey = `${at.toLowerCase()} ${key}`
    const pending = ofFunction.get(callKey) ?? call(session, codec, contract, at, functionName, args, key)
    ofFunction.set(callKey, pending)
    const answer = await pending
    const { recorded } = answer
    this.#record(recorded)
    if (!recorded.ok) throw new RevertedError(`${contract.name}.${functionName}`)
    answer.value ??= codec.decode(args, recorded.result)
    return answer.value
  }

  async share(name: string, part: (reader: AnyReader) => Promise<unknown>) {
    const { calls, value } = this.#cache.parts.get(name) ?? this.#startPart(name, part)
    try {
      return await value
    } finally {
      for (const each of calls) this.#record(each)
    }
  }

  #startPart(name: string, part: (reader: AnyReader) => Promise<unknown>): SharedPart {
    const calls: RecordedCall[] = []
    const reader = readerOf(this.#cache, (each) => calls.push(each))
    const started = { calls, value: part(reader) }
    this.#cache.parts.set(name, started)
    return started
  }
}

const readerOf = (cache: SessionCache, record: Recorder): AnyReader =>
  // safe: the caller's type parameters name the function whose ABI decodes the data, and the part that a name stands for
  new NumberReader(cache, record) as unknown as AnyReader

/** A reader of one session. Every number has its own, so that its calls are recorded apart from all others'. */
export const createReader = (session: ReaderSession, chain: Chain, record: Recorder): AnyReader =>
  readerOf(cacheOf(session, chain), record)
