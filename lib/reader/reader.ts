import {
  type Abi,
  type Address,
  decodeFunctionResult,
  encodeFunctionData,
  getAbiItem,
  getAddress,
  type Hex,
} from 'viem'
import { contractAt } from '../chains'
import type { Chain } from '../chains/define-chain'
import type { Contract } from '../contracts/define-contract'
import { AbsentError, MisfitError, RevertedError } from '../errors'
import type { Session } from './session'
import type { AnyReader, RecordedCall } from './types'

/** Encodings are the same block after block: worked out once a process. */
const encoded = new WeakMap<Contract, Map<string, Hex>>()

const jsonSafe = (value: unknown): unknown => {
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return value.map(jsonSafe)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, jsonSafe(each)]))
  }
  return value
}

const encode = (contract: Contract, functionName: string, args: readonly unknown[]): Hex => {
  const known = encoded.get(contract) ?? new Map<string, Hex>()
  encoded.set(contract, known)
  const key = `${functionName}(${args.map(String).join()})`
  const held = known.get(key)
  if (held) return held
  const data = encodeFunctionData({ abi: contract.abi, functionName, args })
  known.set(key, data)
  return data
}

/** One word of an integer is most of what contracts answer: read without the general decoder. */
const plainInteger = (abi: Abi, functionName: string): boolean => {
  const item = getAbiItem({ abi, name: functionName })
  const outputs = item && 'outputs' in item ? item.outputs : []
  return outputs.length === 1 && outputs[0]?.type === 'uint256'
}

const plain = new WeakMap<Contract, Map<string, boolean>>()
const isPlain = (contract: Contract, functionName: string): boolean => {
  const known = plain.get(contract) ?? new Map<string, boolean>()
  plain.set(contract, known)
  const held = known.get(functionName) ?? plainInteger(contract.abi, functionName)
  known.set(functionName, held)
  return held
}

const decode = (contract: Contract, functionName: string, args: readonly unknown[], data: Hex): unknown => {
  if (data === '0x') throw new AbsentError('not-deployed')
  if (isPlain(contract, functionName)) {
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

/** A reader of one session. Every number has a reader of its own, so that its calls are told from all others'. */
export const createReader = (session: Session, chain: Chain, record: Recorder): AnyReader => {
  const read = async (contract: Contract, address: Address, functionName: string, args: readonly unknown[] = []) => {
    const calldata = encode(contract, functionName, args)
    const { ok, result } = await session.call({ address, calldata })
    record({ address, contract: contract.name, functionName, args: args.map(jsonSafe), calldata, result, ok })
    if (!ok) throw new RevertedError(`${contract.name}.${functionName}`)
    return decode(contract, functionName, args, result)
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
